"""The decision: all that is asked in sight, and a no as easy as a yes."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from plein.audit.models import Look
from plein.kernel.short_code import spaced
from plein.vault.actions.freezing import freeze
from plein.vault.actions.requests import ask
from plein.vault.models import (
    Receipt,
    ReceiptKind,
    RequestState,
    ShareRequest,
    SharingGrant,
    UseKind,
)
from tests.cast import NOON
from tests.web.conftest import url
from tests.web.resident.sharing.conftest import FREE

YES, NO = {"answer": "ja", "how_long": "keer"}, {"answer": "nee"}


def text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode().replace("&nbsp;", " "))


def test_a_code_leads_to_the_decision_and_a_task_on_the_overview(browser, asked):
    request, code = asked

    answer = browser.post(url("sharing-code"), {"code": spaced(code).lower()})

    assert answer.headers["Location"] == url("sharing-request", request.pk)
    overview = text(browser.get(url("overview")))
    assert "Beslis: Woonstichting De Es vraagt gegevens" in overview
    assert "mo-light--orange" in overview


def test_a_wrong_code_is_told_kindly_and_stays_typed(browser, asked):
    answer = browser.post(url("sharing-code"), {"code": "ABCD-EFGH"})

    assert answer.status_code == 422
    assert "Deze code kennen wij niet." in text(answer)
    assert 'value="ABCD-EFGH"' in text(answer)


@pytest.mark.parametrize(("wrong", "status"), [(9, 302), (10, 422)])
def test_after_ten_wrong_codes_a_right_one_waits(browser, asked, wrong, status):
    for _try in range(wrong):
        browser.post(url("sharing-code"), {"code": "ABCD-EFGH"})

    assert browser.post(url("sharing-code"), {"code": asked[1]}).status_code == status


def test_who_asks_what_why_how_long_and_what_a_no_means_are_all_there(
    browser, values, request_of_rosa
):
    page = text(browser.get(url("sharing-request", request_of_rosa.pk)))

    for words in (
        "Woonstichting De Es",
        "KvK-nummer 90000077",
        "Bel 0591 000 000",
        "18.400,00",
        "14 maart 1998",
        "Om te kijken of een huurwoning bij uw inkomen past.",
        "Woningwet",
        "Eén keer kijken",
        "U kunt uw inkomen ook op papier laten zien.",
        "Zij krijgen uw burgerservicenummer (BSN) niet.",
        "Status van dat inkomen: vastgesteld",
    ):
        assert words in page, words
    assert "1.482" not in page  # not asked, so not opened


def test_looking_at_what_is_asked_is_a_look_with_a_purpose_of_its_own(
    browser, values, request_of_rosa, katja
):
    browser.get(url("sharing-request", request_of_rosa.pk))

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert line.purpose == "omdat u keek wat u kunt delen met Woonstichting De Es"
    assert "ww_bruto" not in line.elements
    assert "bsn" not in line.elements


def test_nothing_is_ticked_beforehand_and_what_is_left_out_stays_out(
    browser, values, request_of_rosa
):
    page = text(browser.get(url("sharing-request", request_of_rosa.pk)))
    answer = browser.post(url("sharing-request", request_of_rosa.pk), YES)

    grant = SharingGrant.objects.get()
    assert not re.search(r'type="checkbox"[^>]* checked', page)
    assert grant.elements == ["naam_geslachtsnaam", "geboortedatum", "bri_inkomen"]
    assert answer.headers["Location"] == url("sharing-done", grant.receipts.get().pk)
    assert ShareRequest.objects.get().state == RequestState.PARTLY


def test_what_may_be_left_out_can_be_given_too(browser, values, request_of_rosa):
    browser.post(url("sharing-request", request_of_rosa.pk), YES | {"optional": ["bri_status"]})

    assert "bri_status" in SharingGrant.objects.get().elements
    assert ShareRequest.objects.get().state == RequestState.GIVEN


def test_an_element_that_was_not_asked_cannot_be_slipped_in(browser, values, request_of_rosa):
    slipped = YES | {"optional": ["ww_bruto"]}

    assert browser.post(url("sharing-request", request_of_rosa.pk), slipped).status_code == 422
    assert not SharingGrant.objects.exists()


def test_a_no_is_one_click_and_gives_a_receipt(browser, values, request_of_rosa):
    answer = browser.post(url("sharing-request", request_of_rosa.pk), NO, follow=True)

    assert "U zei nee" in text(answer)
    assert "U kunt uw inkomen ook op papier laten zien." in text(answer)
    assert Receipt.objects.get().kind == ReceiptKind.REFUSED
    assert not SharingGrant.objects.exists()


@pytest.mark.parametrize(
    ("how_long", "until", "ends"),
    [
        ("30", "", datetime(2026, 12, 23, 23, 0, tzinfo=UTC)),  # 30 days, today is the first
        ("365", "", datetime(2027, 11, 23, 23, 0, tzinfo=UTC)),
        ("dag", "25-12-2026", datetime(2026, 12, 25, 23, 0, tzinfo=UTC)),  # in it
        ("dag", "24-11-2026", datetime(2026, 11, 24, 23, 0, tzinfo=UTC)),  # today only
        ("dag", "23-11-2027", datetime(2027, 11, 23, 23, 0, tzinfo=UTC)),  # the last that may
    ],
)
def test_a_chosen_day_is_in_it(browser, values, request_of_rosa, how_long, until, ends):
    chosen = {"answer": "ja", "how_long": how_long, "until": until}

    browser.post(url("sharing-request", request_of_rosa.pk), chosen)

    grant = SharingGrant.objects.get()
    assert (grant.until, grant.most_reads) == (ends, None)


@pytest.mark.parametrize(
    ("until", "says"),
    [
        ("", "Vul de dag in."),
        ("23-11-2026", "Deze dag is al geweest."),
        ("24-11-2027", "U kunt dit hoogstens 365 dagen delen."),
        ("31-02-2027", "Deze datum kennen wij niet."),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_stays_typed(
    browser, values, request_of_rosa, until, says
):
    chosen = {"answer": "ja", "how_long": "dag", "until": until}

    page = browser.post(url("sharing-request", request_of_rosa.pk), chosen)

    assert page.status_code == 422
    assert says in text(page)
    assert f'value="{until}"' in text(page) or not until
    assert not SharingGrant.objects.exists()


def test_a_use_of_a_month_offers_no_more(browser, values, open_use, katja):
    use = open_use(**FREE)

    page = text(browser.get(url("sharing-give", use.pk)))

    assert 'value="30"' in page
    assert 'value="90"' not in page
    assert "U hoeft dit niet te doen. Nee kost u niets." in page


def test_giving_of_ones_own_accord_needs_no_request(browser, from_source, open_use):
    from_source(naam_voornamen="Katja", telefoon="0612345678")
    use = open_use(**FREE)

    page = browser.post(url("sharing-give", use.pk), YES | {"optional": ["telefoon"]}, follow=True)

    assert "U deelt uw gegevens" in text(page)
    grant = SharingGrant.objects.get()
    assert (grant.request, grant.elements) == (None, ["naam_voornamen", "telefoon"])


def test_a_derived_answer_is_shown_as_yes_or_no_and_its_value_is_not(
    browser, from_source, open_use
):
    from_source(minimabudgetten=[{"naam": "Doe mee", "pas": True}])
    use = open_use(**FREE | {"bundle": "meedoen_aanbieder", "optional": []})

    page = text(browser.get(url("sharing-give", use.pk)))

    assert "Pas is geldig" in page
    assert "Alleen ja of nee" in page
    assert ">ja</p>" in page
    assert "Doe mee" not in page


def test_what_a_law_rules_has_no_buttons_and_shows_its_log(
    browser, open_use, rent_officer, asked, values
):
    use = open_use(kind=UseKind.LAW, basis="wgs_8", optional=[], title="u te helpen met schulden")
    _request, code = ask(use, "W-1", by=rent_officer, at=NOON)

    page = text(browser.post(url("sharing-code"), {"code": code}, follow=True))

    assert "Dit gebeurt omdat de wet het zegt." in page
    assert "Wie keek er?" in page
    assert "Stop met delen" not in page
    assert 'value="nee"' not in page
    stop = url("sharing-stop", SharingGrant.objects.get().pk)
    assert browser.post(stop).headers["Location"] == url(
        "sharing-grant", SharingGrant.objects.get().pk
    )
    assert browser.get(url("sharing-give", use.pk)).status_code == 404


def test_who_locked_everything_reads_that_a_yes_shows_nothing_yet(
    browser, request_of_rosa, vault, katja
):
    freeze(vault, by=katja.actor, at=NOON)

    page = text(browser.get(url("sharing-request", request_of_rosa.pk)))

    assert "Uw gegevens zitten op slot." in page


def test_what_is_not_known_yet_is_said_with_the_way_to_get_it(browser, request_of_rosa):
    page = text(browser.get(url("sharing-request", request_of_rosa.pk)))

    assert "Nog niet alles is bekend." in page


def test_a_request_that_expired_is_not_there_any_more(browser, request_of_rosa, noon, katja):
    ShareRequest.objects.update(expires_on=NOON.date())

    assert browser.get(url("sharing-request", request_of_rosa.pk)).status_code == 404
    assert "U hoeft niets te doen" in text(browser.get(url("overview")))


def test_a_second_answer_leads_to_the_first(browser, values, request_of_rosa):
    browser.post(url("sharing-request", request_of_rosa.pk), YES)

    again = browser.post(url("sharing-request", request_of_rosa.pk), NO)

    assert again.headers["Location"] == url("sharing-grant", SharingGrant.objects.get().pk)


def test_once_ends_after_a_month_at_most(browser, values, request_of_rosa):
    browser.post(url("sharing-request", request_of_rosa.pk), YES)

    grant = SharingGrant.objects.get()
    assert (grant.most_reads, grant.until) == (1, NOON + timedelta(days=30))
