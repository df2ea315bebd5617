"""Rosa looks: said beforehand, counted, logged, and never kept."""

from datetime import timedelta

import pytest

from plein.audit.models import Act, Look
from plein.vault.actions.freezing import freeze
from plein.vault.actions.grants import withdraw
from plein.vault.actions.recipients import end_use
from tests.cast import NOON
from tests.web.organisation.conftest import REFERENCE, url

VALUES = ["€ 18.400,00".replace(" ", "\N{NO-BREAK SPACE}"), "Veenstra", "14 maart 1998"]


def shows(page, *values) -> list[bool]:
    return [value in page.content.decode() for value in values]


def look(rosa, grant):
    return rosa.post(url("organisation-look", grant.pk))


def test_what_was_given_is_shown_with_source_and_watermark_and_is_not_kept(rosa, given):
    grant = given()

    page = look(rosa, grant)

    text = page.content.decode()
    assert all(shows(page, *VALUES))
    assert "Van: Belastingdienst, 24 nov 2026" in text
    assert f"Woonstichting De Es, 24 november 2026, 12.00 uur, deelnummer {grant.number}" in text
    assert "Niet doorgeven" in text
    assert page.headers["Cache-Control"] == "no-store"


def test_nothing_that_was_not_given_is_shown(rosa, given, vault):
    page = look(rosa, given())

    assert not any(shows(page, "vastgesteld", "1.482", "Ruben", "Katja", "99999", str(vault.pk)))


def test_before_looking_the_page_says_what_it_costs_and_shows_no_value(rosa, given):
    grant = given(most_reads=2)

    page = rosa.get(url("organisation-grant", grant.pk))

    assert "Dit telt als 1 keer kijken. U mag nog 2 keer." in page.content.decode()
    assert not any(shows(page, *VALUES))


def test_after_the_last_look_there_is_no_value_and_no_button(rosa, given):
    grant = given(most_reads=1)
    assert "Dit was de laatste keer." in look(rosa, grant).content.decode()

    again = look(rosa, grant)

    assert again.status_code == 403
    assert not any(shows(again, *VALUES))
    page = rosa.get(url("organisation-grant", grant.pk))
    assert "Alle keren bekeken" in page.content.decode()
    assert "bekijk/" not in page.content.decode()


def test_each_look_is_one_line_that_names_the_organisation_and_the_person_apart(rosa, given, katja):
    grant = given()
    before = Look.objects.filter(subject=katja.pk).count()

    look(rosa, grant)
    look(rosa, grant)

    lines = Look.objects.filter(subject=katja.pk).order_by("id")[before:]
    assert len(lines) == 2
    assert (lines[0].organisation, lines[0].function) == ("Woonstichting De Es", "medewerker")
    assert (lines[0].channel, lines[0].grant) == ("organisatie", str(grant.pk))
    assert lines[0].elements == sorted(grant.elements)
    assert lines[0].purpose == "om te kijken of een huurwoning bij uw inkomen past"
    assert "18400" not in str(list(Look.objects.values()) + list(Act.objects.values()))


def test_opening_the_pages_is_no_look(rosa, given):
    grant = given()
    before = Look.objects.count()

    for name in ("organisation-home", "organisation-grants"):
        assert rosa.get(url(name)).status_code == 200
    rosa.get(url("organisation-grant", grant.pk))

    grant.refresh_from_db()
    assert (Look.objects.count(), grant.reads) == (before, 0)
    assert rosa.get(url("organisation-look", grant.pk)).status_code == 405


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        ("withdrawn", "Gestopt door de inwoner"),
        ("over", "Afgelopen"),
        ("use", "Gestopt door de gemeente"),
    ],
)
def test_what_ended_says_why_and_has_no_button(
    rosa, rosa_account, given, katja, income_check, bas, noon, ends, says
):
    grant = given(days=1)
    if ends == "withdrawn":
        withdraw(grant, by=katja.actor, at=NOON)
    elif ends == "use":
        end_use(income_check, by=bas, at=NOON)
    else:
        type(grant).objects.update(given_at=NOON - timedelta(days=2), until=NOON)

    page = rosa.get(url("organisation-grant", grant.pk)).content.decode()
    refused = look(rosa, grant)

    assert says in page
    assert "bekijk/" not in page
    assert refused.status_code == 403
    assert "Stel dan een nieuwe vraag." in refused.content.decode()
    assert not any(shows(refused, *VALUES))


def test_when_the_resident_lets_nobody_in_the_refusal_says_so(rosa, given, vault, katja):
    grant = given()
    freeze(vault, by=katja.actor, at=NOON)

    refused = look(rosa, grant)

    assert refused.status_code == 403
    assert "De inwoner laat nu niemand in de gegevens kijken." in refused.content.decode()
    assert Look.objects.filter(subject=katja.pk).latest("id").result == "geweigerd"


def test_a_doubt_goes_along_in_the_words_of_who_reads(rosa, given, from_source, vault):
    grant = given()
    from_source(bri_inkomen=1_900_000, marks=("in_onderzoek",))

    assert "De gemeente onderzoekt of dit klopt." in look(rosa, grant).content.decode()


def test_a_grant_is_found_by_reference_and_pseudonym(rosa, given):
    grant = given()

    page = rosa.get(url("organisation-grants")).content.decode()

    assert REFERENCE in page
    assert grant.pseudonym in page
