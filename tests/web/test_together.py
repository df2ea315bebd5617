"""Els does it together with Katja at the desk: the same outcome, seen and confirmed by Katja."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plein.assisted.actions.sessions import lapse_unconfirmed
from plein.assisted.models import AssistedSession, How, SessionState
from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.identity.actions import household_of, know_resident
from plein.identity.models import Role
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Channel, HandIn, TaskKind, TaskState
from plein.inbox.task_words import TaskWords
from plein.journeys.phases import Phase
from plein.kernel.bsn import Bsn
from plein.regelingen.library import journeys
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import BSN_OF, TESTS, staff_member
from tests.web.conftest import url

KEY = "individuele_inkomenstoeslag"
GIVEN = {"bsn": BSN_OF["katja"], "channel": "balie", "proof": "paspoort"}


def at_desk(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def words(page):
    return page.content.decode()


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def case_type(emmen, now):
    document = {name: each for name, each in journeys()[KEY].items() if name != "intake"}
    return publish_case_type(KEY, document, by=TESTS, at=now)


@pytest.fixture
def els(emmen):
    return staff_member("els", Role.DESK)


@pytest.fixture
def desk(els, at_work):
    return at_work(els.account, DESK)


@pytest.fixture
def katja(emmen, now):
    resident = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=now)
    household_of(resident, at=now, day=timezone.localdate(), name="Katja")
    return resident


@pytest.fixture
def together(desk, katja, case_type):
    """The browser of Els, with the door of Katja open beside her own."""
    desk.post(at_desk("desk-together"), GIVEN)
    return desk


@pytest.fixture
def applied(together):
    together.post(url("case-apply", KEY.replace("_", "-")))
    return Case.objects.get()


def session():
    return AssistedSession.objects.get()


def test_an_aanvraag_at_the_desk_is_the_same_and_says_so(applied, together, katja, signed_in):
    online = open_case(
        know_resident(Bsn(BSN_OF["fatima"]), by=TESTS, at=applied.filed_at),
        applied.case_type,
        by=TESTS,
        at=applied.filed_at,
    )

    assert applied.dossier.resident == katja
    assert (applied.phase, applied.last_day) == (online.phase, online.last_day)
    assert applied.channel == Channel.DESK
    page = words(signed_in(katja).get(url("case", applied.pk)))
    assert "samen met u, Team Minima, aan de balie" in page


def test_the_resident_confirms_it_at_home(applied, katja, signed_in):
    katjas = signed_in(katja)
    assert "Klopt wat wij samen deden?" in words(katjas.get(url("overview")))
    assert "U vroeg aan: Individuele inkomenstoeslag" in words(katjas.get(url("together")))

    page = katjas.post(url("together-answer", session().pk, "klopt"), follow=True)

    assert "Dank u. Wij gaan ermee verder." in words(page)
    assert (session().state, session().how) == (SessionState.CONFIRMED, How.LOGIN)
    assert "Klopt wat wij samen deden?" not in words(katjas.get(url("overview")))


def test_what_is_not_right_does_not_count(applied, katja, signed_in):
    signed_in(katja).post(url("together-answer", session().pk, "klopt-niet"))

    assert Case.objects.get().phase == Phase.WITHDRAWN
    assert session().state == SessionState.LAPSED


@pytest.mark.parametrize(("days", "phase"), [(7, Phase.RECEIVED), (8, Phase.WITHDRAWN)])
def test_after_a_week_what_nobody_confirmed_lapses(applied, now, days, phase):
    lapse_unconfirmed(by=TESTS, at=session().started_at + timedelta(days=days))

    assert Case.objects.get().phase == phase


def test_before_the_yes_nobody_decides(applied, sam, at_work, now):
    take_up(applied, by=sam, at=now)
    sams = at_work(sam.account, DESK)
    given = {"decide-result": "toegekend", "decide-explanation": "Uw inkomen is laag."}

    page = sams.post(at_desk("desk-case-decide", applied.pk), given, follow=True)
    assert "nog niet bevestigd" in words(page)
    assert not applied.decisions.exists()

    sams.post(at_desk("desk-together-confirm", session().pk, "erbij"))
    sams.post(at_desk("desk-case-decide", applied.pk), given)
    assert applied.decisions.count() == 1


def test_a_witness_is_somebody_else(applied, together):
    page = together.post(at_desk("desk-together-confirm", session().pk, "erbij"), follow=True)
    assert "Een ander dan u zelf" in words(page)

    together.post(at_desk("desk-together-confirm", session().pk, "handtekening"))
    assert session().how == How.SIGNATURE


@pytest.fixture
def answered(together, katja, sam, case_type, now):
    """An answer that was given at the desk, to what Sam asked."""
    case = take_up(open_case(katja, case_type, by=katja.actor, at=now), by=sam, at=now)
    task = set_task(
        case.topic,
        TaskKind.QUESTION,
        TaskWords("Vertel ons hoe het gaat"),
        due_on=None,
        needs_review=True,
        by=sam.actor,
        at=now,
    )
    together.post(url("case-task", case.pk, task.pk), {"answer": "Ik zoek werk."})
    return task


def test_who_helped_with_an_answer_does_not_judge_it(answered, els, sam, at_work):
    assert HandIn.objects.get().channel == Channel.DESK
    els.roles = [Role.DESK, Role.CONSULENT]
    els.save()
    case = Case.objects.get()
    judge = at_desk("desk-case-judge", case.pk, answered.pk, "akkoord")

    assert "Laat een collega dit bekijken." in words(
        at_work(els.account, DESK).post(judge, follow=True)
    )
    sams = at_work(sam.account, DESK)
    assert "nog niet bevestigd" in words(sams.post(judge, follow=True))
    sams.post(at_desk("desk-together-confirm", session().pk, "erbij"))
    sams.post(judge)

    answered.refresh_from_db()
    assert answered.state == TaskState.APPROVED


def test_an_answer_that_lapsed_is_asked_for_again(answered):
    lapse_unconfirmed(by=TESTS, at=session().started_at + timedelta(days=8))

    answered.refresh_from_db()
    assert (answered.state, answered.round) == (TaskState.OPEN, 2)


@pytest.mark.parametrize(
    "name", ["my-data", "my-money", "talks", "claims", "favourites", "activation", "who-looked"]
)
def test_what_only_the_resident_may_is_closed(together, name):
    page = together.get(url(name))

    assert page.status_code == 403
    assert "Dit kan alleen de inwoner zelf" in words(page)


def test_stopping_an_aanvraag_is_for_the_resident_alone(applied, together):
    assert together.post(url("case-stop", applied.pk)).status_code == 403
    assert Case.objects.get().is_open


def test_when_they_are_done_the_door_is_closed(applied, together):
    page = together.post(url("together-done"), follow=True)

    assert "Wat wij samen deden" in words(page)
    assert together.get(url("cases")).status_code == 302
    AssistedSession.objects.update(ended_at=None)
    assert together.get(url("cases")).status_code == 302


def test_after_two_hours_or_without_the_right_it_is_over(applied, together, els):
    AssistedSession.objects.update(started_at=timezone.now() - timedelta(hours=2))
    assert together.get(url("cases")).status_code == 302
    AssistedSession.objects.update(started_at=timezone.now())
    assert together.get(url("cases")).status_code == 200

    els.roles = [Role.FINANCE]
    els.save()

    assert together.get(url("cases")).status_code == 302


@pytest.mark.parametrize(
    "change", [{"proof": "controlevragen"}, {"channel": "telefoon"}, {"bsn": "123456789"}]
)
def test_a_session_needs_a_proof_that_fits(desk, katja, change):
    page = desk.post(at_desk("desk-together"), GIVEN | change)

    assert page.status_code == 422
    assert BSN_OF["katja"] not in words(page)
    assert not AssistedSession.objects.exists()


def test_who_may_not_help_does_not_begin(at_work, ingrid):
    assert at_work(ingrid.account, DESK).get(at_desk("desk-together")).status_code == 403


def test_another_municipality_does_not_find_it(applied, buren):
    with within(buren):
        assert not AssistedSession.objects.exists()
    assert Client(HTTP_HOST="buren.localhost").get(url("cases")).status_code == 302


def test_somebody_else_confirms_nothing(applied, fatima, signed_in):
    answer = url("together-answer", session().pk, "klopt")

    assert signed_in(fatima).post(answer).status_code == 404


def test_a_decision_is_not_in_the_way_of_online_cases(katja, case_type, sam, now):
    case = take_up(open_case(katja, case_type, by=katja.actor, at=now), by=sam, at=now)

    assert decide(case, "toegekend", "Ja.", by=sam, at=now)
