"""Help with debts, by the municipality and the GKB: three doors onto one dossier."""

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.cases.actions.opening import open_case
from plein.cases.actions.participating import let_in
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case, Provision
from plein.identity.actions import household_of, know_resident
from plein.identity.models import Account, ProviderUser, Role
from plein.journeys.phases import Phase
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from plein.tenants.models import Organisation
from plein.vault.actions.recipients import admit_recipient
from plein.web.doors import DESK, ORGANISATION
from tests.cast import BSN_OF, TESTS, staff_member
from tests.web.conftest import url

KEY = "schuldhulpverlening"


def at_desk(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def at_partner(name, *args):
    return reverse(name, "plein.web.organisation.urls", args=args)


def words(page):
    return page.content.decode()


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def case(fatima, now):
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    return open_case(fatima, case_type, by=fatima.actor, at=now)


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


@pytest.fixture
def participation(case, wim, sam, now):
    gkb = Organisation.objects.create(name="GKB", kvk="00000099")
    admit_recipient(gkb, may_have_bsn=False, contact="Bel ons.", by=wim, at=now)
    return let_in(
        case,
        gkb,
        purpose="om een plan te maken",
        basis="Wgs art. 8",
        parts=[KEY],
        until=None,
        by=sam,
        at=now,
    )


@pytest.fixture
def jaspers(participation, at_work):
    account = Account.objects.create_user("jasper@plein.example", name="Jasper")
    ProviderUser.objects.create(account=account, organisation=participation.organisation)
    return at_work(account, ORGANISATION)


@pytest.fixture
def given_turn(sams, case, participation):
    sams.post(at_desk("desk-case-act", case.pk, "oppakken"))
    give = at_desk("desk-case-partner-turn", case.pk, participation.pk)
    return sams.post(give, follow=True)


def test_the_partner_has_the_turn_and_every_door_says_so(
    given_turn, case, jaspers, signed_in, fatima
):
    assert "De organisatie is aan de beurt. De inwoner ziet dat." in words(given_turn)
    fatimas = signed_in(fatima)

    for page in ("case", "dossier"):
        args = [case.pk] if page == "case" else [case.dossier_id]
        assert "GKB is aan de beurt." in words(fatimas.get(url(page, *args)))
    assert "U bent aan de beurt" in words(jaspers.get(at_partner("organisation-cases")))
    assert "Ons deel is klaar" in words(jaspers.get(at_partner("organisation-case", case.pk)))


def test_the_partner_gives_the_turn_back_once(given_turn, case, jaspers):
    ready = at_partner("organisation-ready", case.pk)

    assert "weer aan de beurt" in words(jaspers.post(ready, follow=True))
    assert Case.objects.get().phase == Phase.IN_REVIEW
    assert jaspers.post(ready).status_code == 404


def test_staff_go_on_without_waiting(given_turn, sams, case):
    page = sams.post(at_desk("desk-case-act", case.pk, "ga-door"), follow=True)

    assert "U bent weer aan de beurt." in words(page)


def test_who_leads_is_seen_by_all_and_alone_lets_organisations_out(
    sams, case, participation, at_work, signed_in, fatima
):
    noor = staff_member("noor", Role.CONSULENT)
    noors = at_work(noor.account, DESK)
    page = noors.post(at_desk("desk-dossier-direct", case.dossier_id), follow=True)
    assert "U hebt de leiding over dit dossier." in words(page)

    out = at_desk("desk-case-partner-out", case.pk, participation.pk)
    page = sams.post(out, follow=True)

    assert "Noor heeft de leiding over dit dossier" in words(page)
    assert "van de gemeente heeft de leiding" in words(
        signed_in(fatima).get(url("dossier", case.dossier_id))
    )


def test_a_decision_gives_something_that_stops_with_a_reason(sams, case, signed_in, fatima):
    sams.post(at_desk("desk-case-act", case.pk, "oppakken"))
    decide = at_desk("desk-case-decide", case.pk)
    given = {"decide-result": "plan", "decide-explanation": "Wij maken een plan met u."}
    page = sams.post(decide, given | {"decide-amount": "veel"})
    assert page.status_code == 422
    assert "Wij maken een plan met u." in words(page)

    sams.post(decide, given | {"decide-start": "1-12-2026"})
    assert "1 december 2026" in words(signed_in(fatima).get(url("case", case.pk)))

    end = at_desk("desk-provision-end", case.pk)
    assert sams.post(end, {"end-why": "U verhuist."}).status_code == 422
    sams.post(end, {"end-last_day": "31-12-2026", "end-why": "U verhuist."})
    assert Provision.objects.get().ended_because == "U verhuist."


def test_somebody_else_does_not_find_the_dossier(case, signed_in, now):
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=now)
    household_of(katja, at=now, day=timezone.localdate(), name="Katja")
    assert signed_in(katja).get(url("dossier", case.dossier_id)).status_code == 404


def test_a_dossier_asks_few_questions(
    given_turn, sams, case, signed_in, fatima, django_assert_max_num_queries
):
    with django_assert_max_num_queries(16):  # of which one look, and the choice of the municipality
        sams.get(at_desk("desk-dossier", case.dossier_id))
    fatimas = signed_in(fatima)
    with django_assert_max_num_queries(12):
        fatimas.get(url("dossier", case.dossier_id))
