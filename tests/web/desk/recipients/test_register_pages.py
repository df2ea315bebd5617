"""Who may ask, and for what: on paper first, by two people."""

import pytest
from django.urls import reverse

from plein.identity.models import Account, ProviderUser, Role
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.vault.actions.recipients import register_use
from plein.vault.models import DataUse, Recipient
from plein.web.doors import ORGANISATION
from tests.cast import NOON, staff_member
from tests.vault.conftest import use_plan

ES = {
    "kvk": "90000077",
    "name": "Woonstichting De Es",
    "contact": "Bel 0591 000 000",
    "person": "Rosa",
    "email": "rosa@plein.example",
}
USE = {
    "title": "te kijken of een huurwoning bij uw inkomen past",
    "kind": "eigen_opdracht",
    "basis": "woningwet_2024",
    "optional": ["bri_status"],
    "if_refused": "U kunt uw inkomen ook op papier laten zien.",
    "most_days": "365",
    "why_raw": "Op het formulier staat een geboortedatum.",
    "dpia": "dpia/inkomenstoets-2026",
    "review_on": "01-11-2027",
}
CONSENT = {"kind": "toestemming", "basis": "avg_6_1_a"}
FREE = {"own_interest": "on", "no_disadvantage": "on", "other_way": "on"}


def url(name: str, *args: object) -> str:
    return reverse(name, "plein.web.desk.urls", args=args)


def use_page(recipient, bundle="inkomenstoets_woning") -> str:
    return url("desk-use-new", recipient.pk, bundle)


def test_wim_proposes_femke_approves_and_then_rosa_can_ask(emmen, wim, femke, at_desk, at_work):
    wims, femkes = at_desk(wim), at_desk(femke)
    wims.post(url("desk-recipient-new"), ES)
    recipient = Recipient.objects.get()
    rosa = at_work(Account.objects.get(email="rosa@plein.example"), ORGANISATION)

    wims.post(use_page(recipient), USE)
    before = rosa.get("/organisaties/vragen/").content.decode()
    femkes.post(url("desk-use-approve", DataUse.objects.get().pk))
    after = rosa.get("/organisaties/vragen/").content.decode()

    use = DataUse.objects.get()
    assert (use.registered_by, use.approved_by) == (wim, femke)
    assert "U kunt nu niets vragen" in before
    assert "Om te kijken of een huurwoning" in after


def test_what_waits_is_work_for_femke_and_not_for_wim(wim, femke, woonstichting, at_desk):
    at_desk(wim).post(use_page(woonstichting), USE)

    assert "Doelen goedkeuren" in at_desk(femke).get(url("desk-home")).content.decode()
    assert "Doelen goedkeuren" not in at_desk(wim).get(url("desk-home")).content.decode()


def test_nobody_approves_what_they_proposed(woonstichting, at_desk):
    both = staff_member("piet", Role.MUNICIPALITY_MANAGER, Role.PRIVACY_OFFICER)
    client = at_desk(both)
    client.post(use_page(woonstichting), USE)
    use = DataUse.objects.get()

    page = client.post(url("desk-use-approve", use.pk), follow=True).content.decode()

    use.refresh_from_db()
    assert use.approved_at is None
    assert "Iemand anders moet dit goedkeuren." in page
    assert ">Keur goed<" not in page


@pytest.mark.parametrize(
    ("changes", "bundle", "field", "says"),
    [
        (CONSENT, "vrijwilligershulp", "own_interest", "Toestemming mag alleen als"),
        (FREE | CONSENT | {"basis": "pw_17"}, "vrijwilligershulp", "basis", "past de grondslag"),
        ({"why_raw": ""}, "inkomenstoets_woning", "why_raw", "is een ja of nee genoeg"),
        ({}, "schuldhulp_intake", None, "mag deze organisatie niet krijgen"),
        ({"review_on": "24-11-2026"}, "inkomenstoets_woning", "review_on", "nog moet komen"),
        ({"most_days": "366"}, "inkomenstoets_woning", "most_days", "Langer dan 365 dagen"),
        ({"basis": ""}, "inkomenstoets_woning", "basis", "Kies een antwoord"),
    ],
)
def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(
    wim, woonstichting, at_desk, changes, bundle, field, says
):
    answer = at_desk(wim).post(use_page(woonstichting, bundle), USE | {"optional": []} | changes)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert field is None or f'id="id_{field}_error"' in page
    assert "U kunt uw inkomen ook op papier laten zien." in page
    assert not DataUse.objects.exists()


def test_free_consent_can_be_proposed(wim, woonstichting, at_desk):
    free = USE | CONSENT | FREE | {"optional": ["telefoon"], "why_raw": ""}

    assert at_desk(wim).post(use_page(woonstichting, "vrijwilligershulp"), free).status_code == 302
    assert DataUse.objects.get().kind == "toestemming"


def test_a_use_that_is_ended_is_shut(wim, open_use, at_desk):
    use = open_use()

    page = at_desk(wim).post(url("desk-use-end", use.pk), follow=True).content.decode()

    use.refresh_from_db()
    assert not use.is_open
    assert "Niemand kan hiervoor nog vragen of kijken." in page


@pytest.mark.parametrize(("day", "on_top"), [("2026-11-24", True), ("2026-11-25", False)])
def test_what_must_be_looked_at_again_stands_on_top(wim, open_use, at_desk, day, on_top):
    open_use()
    DataUse.objects.update(review_on=day)

    page = at_desk(wim).get(url("desk-recipients")).content.decode()

    assert ("Kijk hier opnieuw naar" in page) is on_top


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kvk": "123"}, "kvk"),
        ({"email": "sam@emmen.example"}, "email"),
        ({"contact": ""}, "contact"),
    ],
)
def test_an_organisation_that_cannot_be_admitted_says_why(wim, sam, at_desk, changes, field):
    answer = at_desk(wim).post(url("desk-recipient-new"), ES | changes)

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not Recipient.objects.exists()
    assert not Organisation.objects.filter(kvk="90000077").exists()


def test_an_organisation_stands_on_the_list_once(wim, woonstichting, at_desk):
    answer = at_desk(wim).post(url("desk-recipient-new"), ES)

    assert answer.status_code == 422
    assert "staat al op de lijst" in answer.content.decode()
    assert not ProviderUser.objects.exists()


@pytest.mark.parametrize(
    ("role", "sees", "proposes", "approves"),
    [
        (Role.MUNICIPALITY_MANAGER, 200, 200, 403),
        (Role.PRIVACY_OFFICER, 200, 403, 302),
        (Role.CONSULENT, 403, 403, 403),
        (Role.SCHEME_MANAGER, 403, 403, 403),
    ],
)
def test_each_role_has_its_own_rights(bas, woonstichting, at_desk, role, sees, proposes, approves):
    use = register_use(woonstichting, use_plan(), by=bas, at=NOON)
    client = at_desk(staff_member("iemand", role))

    assert client.get(url("desk-recipients")).status_code == sees
    assert client.get(url("desk-recipient", woonstichting.pk)).status_code == sees
    assert client.get(url("desk-use", use.pk)).status_code == sees
    assert client.get(use_page(woonstichting)).status_code == proposes
    assert client.get(url("desk-recipient-new")).status_code == proposes
    assert client.post(url("desk-use-approve", use.pk)).status_code == approves


def test_staff_of_another_municipality_find_nothing(open_use, woonstichting, buren, at_desk):
    use = open_use()
    with within(buren):
        other = staff_member("wil", Role.MUNICIPALITY_MANAGER, Role.PRIVACY_OFFICER)
    client = at_desk(other)
    there = {"host": "buren.localhost"}

    assert client.get(url("desk-recipients"), headers=there).status_code == 200
    for address in (
        url("desk-recipient", woonstichting.pk),
        url("desk-use", use.pk),
        use_page(woonstichting),
    ):
        assert client.get(address, headers=there).status_code == 404, address
    assert client.post(url("desk-use-end", use.pk), headers=there).status_code == 404
    assert client.post(url("desk-use-approve", use.pk), headers=there).status_code == 404


def test_a_bundle_that_does_not_exist_is_not_found(wim, woonstichting, at_desk):
    assert at_desk(wim).get(use_page(woonstichting, "alles")).status_code == 404


def test_pages_ask_few_queries(
    wim, open_use, woonstichting, at_desk, django_assert_max_num_queries
):
    use, client = open_use(), at_desk(wim)

    for address in (
        url("desk-recipients"),
        url("desk-recipient-new"),
        url("desk-recipient", woonstichting.pk),
        use_page(woonstichting),
        url("desk-use", use.pk),
    ):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200, address
