"""Filling in: one draft of a kind, kept under a seal, sent once with all that lies on the route."""

from datetime import timedelta

import pytest
from django.db import connection

from plein.audit.models import Look
from plein.cases.actions.opening import AlreadyRunning, open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import Channel, TaskKind
from plein.inbox.task_words import TaskWords
from plein.intake.actions.filing import SomethingIsMissing, file
from plein.intake.actions.filling_in import begin, drop, forget_drafts, keep_answers
from plein.intake.actions.locking import IsSent
from plein.intake.answers import Answers, Confirmed, open_answers
from plein.intake.journeys import journey_of
from plein.intake.models import Application, ApplicationState
from plein.intake.progress import first_open, missing, on_route, step_after, still_to_do
from plein.kernel.clock import local_day
from plein.regelingen.library import journeys
from plein.tenants.scope import within
from tests.cases.conftest import case_type, one_button  # noqa: F401
from tests.cast import NOON, TESTS
from tests.intake.answering import GIVEN, SHOWN, WHOLE


@pytest.fixture
def draft(fatima, case_type):
    return begin(fatima, case_type, by=fatima.actor, at=NOON)


@pytest.fixture
def whole(draft, fatima):
    return keep_answers(draft, WHOLE, step="slot", by=fatima.actor, at=NOON)


def test_two_clicks_begin_once(draft, fatima, case_type):
    assert begin(fatima, case_type, by=fatima.actor, at=NOON) == draft
    assert Application.objects.count() == 1


def test_what_was_typed_is_kept_for_weeks_under_a_seal(draft, fatima):
    keep_answers(
        draft,
        Answers({"opmerking": "Mijn dochter Noor is ziek"}),
        step="slot",
        by=fatima.actor,
        at=NOON,
    )

    kept = Application.objects.drafts_of(fatima).get()
    assert b"Noor" not in bytes(kept.answers_sealed)
    later = NOON + timedelta(days=60)
    assert open_answers(kept, by=fatima.actor, at=later).given["opmerking"].startswith("Mijn")
    assert Look.objects.filter(subject=fatima.pk).latest("pk").elements == [
        "antwoorden van een aanvraag"
    ]


def test_it_is_sent_as_a_case_with_its_copy(whole, fatima):
    case = file(whole, by=fatima.actor, at=NOON)

    sent = Application.objects.get()
    assert (sent.state, sent.case, sent.filed_at) == (ApplicationState.FILED, case, NOON)
    assert open_answers(sent, by=fatima.actor, at=NOON) == WHOLE
    assert case.channel == Channel.ONLINE


def test_twice_is_sent_once(whole, fatima):
    file(whole, by=fatima.actor, at=NOON)

    with pytest.raises(IsSent):
        file(whole, by=fatima.actor, at=NOON)
    assert Case.objects.count() == 1


@pytest.mark.parametrize("key", [*GIVEN, *SHOWN])
def test_without_one_answer_it_is_not_sent(draft, fatima, key):
    given = {name: each for name, each in WHOLE.given.items() if name != key}
    confirmed = {name: each for name, each in WHOLE.confirmed.items() if name != key}
    keep_answers(draft, Answers(given, confirmed), step="slot", by=fatima.actor, at=NOON)

    with pytest.raises(SomethingIsMissing):
        file(draft, by=fatima.actor, at=NOON)
    assert Case.objects.count() == 0


def test_what_lies_behind_a_turn_that_was_not_taken_is_not_sent(draft, fatima):
    """She said that she lives with a partner, and took that back."""
    answers = WHOLE.with_given({"partner_weet_het": True, "wat_verandert": "Een baby"})
    keep_answers(draft, answers, step="slot", by=fatima.actor, at=NOON)

    file(draft, by=fatima.actor, at=NOON)

    assert open_answers(Application.objects.get(), by=fatima.actor, at=NOON) == WHOLE


def test_one_that_runs_already_is_refused_and_the_draft_stays(whole, fatima, case_type):
    open_case(fatima, case_type, by=fatima.actor, at=NOON)

    with pytest.raises(AlreadyRunning):
        file(whole, by=fatima.actor, at=NOON)
    assert Application.objects.get().is_draft


def test_what_is_open_keeps_nobody_from_filing(whole, fatima, sam):
    """Also with something to do for another aanvraag that is too late already."""
    debts = "schuldhulpverlening"
    other = publish_case_type(debts, journeys()[debts], by=TESTS, at=NOON)
    running = open_case(fatima, other, by=fatima.actor, at=NOON)
    task = {"due_on": local_day(NOON), "needs_review": True, "by": sam.actor, "at": NOON}
    set_task(running.topic, TaskKind.PAPER, TaskWords("Stuur een bankafschrift"), **task)

    case = file(whole, by=fatima.actor, at=NOON + timedelta(days=9))

    assert case.filed_at == NOON + timedelta(days=9)
    assert case.received_on == local_day(case.filed_at)


def test_dropped_holds_nothing(whole, fatima, case_type):
    drop(whole, by=fatima.actor, at=NOON)

    gone = Application.objects.get()
    assert (gone.state, bytes(gone.answers_sealed)) == (ApplicationState.DROPPED, b"")
    assert begin(fatima, case_type, by=fatima.actor, at=NOON) != gone


@pytest.mark.parametrize(("days", "forgotten"), [(90, 0), (91, 1)])
def test_a_draft_is_forgotten_after_three_months(whole, days, forgotten):
    assert forget_drafts(by=TESTS, at=NOON + timedelta(days=days)) == forgotten


def test_another_municipality_has_no_draft(draft, buren, fatima):
    with within(buren):
        assert Application.objects.count() == 0


def test_an_answer_leads_to_another_step_and_back(case_type):
    intake = journey_of(case_type)
    alone, paired = (Answers({"woonsituatie": each}) for each in ("alleen", "met_partner"))

    assert step_after(intake, alone, "wonen").key == "vooruitzicht"
    assert step_after(intake, paired, "wonen").key == "partner"
    assert step_after(intake, alone, "slot") is None


def test_what_is_missing_shrinks_to_nothing(case_type):
    intake = journey_of(case_type)

    assert first_open(intake, Answers()).key == "gegevens"
    assert missing(intake, WHOLE) == frozenset()
    assert first_open(intake, WHOLE) is None
    assert set(GIVEN) < on_route(intake, WHOLE)


def test_what_we_know_is_not_counted_as_something_to_tell(case_type):
    intake = journey_of(case_type)

    nothing, address = still_to_do(intake, Answers(), []), still_to_do(intake, Answers(), ["adres"])

    assert (nothing.known, address.known) == (0, 1)
    assert nothing.ask - address.ask == 1


def test_no_answer_to_a_value_is_no_agreement(draft, fatima):
    wrong = WHOLE.with_confirmed({"adres": Confirmed(False, "zo", "de BRP", "Dorpsstraat 1")})
    keep_answers(draft, wrong, step="slot", by=fatima.actor, at=NOON)

    file(draft, by=fatima.actor, at=NOON)

    copy = open_answers(Application.objects.get(), by=fatima.actor, at=NOON)
    assert (copy.confirmed["adres"].right, copy.confirmed["adres"].says) == (False, "Dorpsstraat 1")


def test_a_type_without_an_intake_has_nothing_to_fill_in(one_button):
    assert journey_of(one_button) is None


def test_what_was_filed_and_its_case_stand_or_fall_together(whole):
    with pytest.raises(Exception, match="intake_filed_is_a_case"), connection.cursor() as cursor:
        cursor.execute("UPDATE intake_application SET state = 'ingediend'")
