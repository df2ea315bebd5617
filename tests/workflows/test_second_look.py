"""Four eyes: a decision counts when a colleague confirms it, once and never by the same person."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from plein.cases.actions.deciding import SecondLookNeeded, SomethingIsOpen, decide
from plein.cases.actions.moving import MoveNotAllowed, WhyNeeded, withdraw
from plein.cases.actions.proposing import (
    IsProposed,
    IsSettled,
    NotByYourself,
    SayWhatIsWrong,
    draft_of,
    send_back,
)
from plein.cases.actions.providing import EndsBeforeItStarts, Given
from plein.cases.models import Decision, Proposal, ProposalState
from plein.cases.weighing import Draft, Unmet, Weighing
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import TaskKind
from plein.inbox.task_words import TaskWords
from plein.journeys.phases import Phase
from plein.kernel.refusal import Refusal
from plein.tenants.scope import within
from plein.workflows.deciding import confirm_case, decide_case
from tests.cast import NOON, TODAY
from tests.workflows.conftest import CHILD, fresh

YES = Draft("toegekend", "U voldoet aan alles.", Given(TODAY, 50_000))
NO = Draft(
    "afgewezen",
    "U hebt geen kind.",
    weighing=Weighing((Unmet(CHILD, "U hebt geen kind thuis.", "Pw art. 4"),), "Ik zag het."),
)


@pytest.fixture
def case(taken_up):
    return taken_up(four_eyes=True)


@pytest.fixture
def proposal(case, sam):
    return decide_case(case, YES, by=sam, at=NOON)


def test_a_proposal_decides_nothing_and_the_resident_reads_nothing(case, proposal):
    assert isinstance(proposal, Proposal)
    assert fresh(case).phase == Phase.IN_REVIEW
    assert not Decision.objects.exists()
    names = set(case.topic.events.values_list("name", flat=True))
    assert not any("besl" in name for name in names)


def test_a_colleague_confirms_it_and_both_names_stand_on_it(case, proposal, sam, noor):
    decision = confirm_case(proposal, by=noor, at=NOON)

    assert (decision.decided_by, decision.confirmed_by) == (sam, noor)
    assert (decision.provision.amount, decision.provision.start) == (50_000, TODAY)
    assert fresh(case).phase == Phase.DECIDED
    proposal.refresh_from_db()
    assert (proposal.state, proposal.settled_by) == (ProposalState.CONFIRMED, noor)


def test_what_was_weighed_goes_along(case, sam, noor):
    proposal = decide_case(case, NO, by=sam, at=NOON)

    assert draft_of(proposal, by=noor.actor, at=NOON).weighing == NO.weighing
    assert confirm_case(proposal, by=noor, at=NOON).weighing_sealed


def test_nobody_confirms_or_sends_back_what_they_proposed(proposal, sam):
    with pytest.raises(NotByYourself):
        confirm_case(proposal, by=sam, at=NOON)
    with pytest.raises(NotByYourself):
        send_back(proposal, "Anders.", by=sam, at=NOON)


def test_the_database_refuses_the_same_person(proposal, sam, case, noor):
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(
            state=ProposalState.CONFIRMED, settled_by=sam, settled_at=NOON
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        decide(case, "toegekend", "Ja.", by=sam, confirmed_by=sam, at=NOON)


def test_alone_nobody_decides(case, sam):
    with pytest.raises(SecondLookNeeded):
        decide(case, "toegekend", "Ja.", by=sam, at=NOON)


def test_it_is_sent_back_with_a_reason_and_proposed_anew(case, proposal, sam, noor):
    with pytest.raises(SayWhatIsWrong):
        send_back(proposal, " ", by=noor, at=NOON)
    send_back(proposal, "Kijk naar het jaar ervoor.", by=noor, at=NOON)
    with pytest.raises(IsSettled):
        confirm_case(proposal, by=noor, at=NOON)

    again = decide_case(case, NO, by=sam, at=NOON)

    assert confirm_case(again, by=noor, at=NOON).result == "afgewezen"


def test_one_proposal_waits_at_a_time(case, proposal, noor):
    with pytest.raises(IsProposed):
        decide_case(case, NO, by=noor, at=NOON)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (Draft("toegekend", "  "), WhyNeeded),
        (Draft("toegekend", "Ja.", Given(TODAY, 1, TODAY - timedelta(1))), EndsBeforeItStarts),
    ],
)
def test_what_cannot_be_decided_is_not_proposed(case, sam, draft, refusal):
    with pytest.raises(refusal):
        decide_case(case, draft, by=sam, at=NOON)


def test_what_was_asked_meanwhile_is_waited_for(case, proposal, sam, noor):
    words = TaskWords("Stuur uw loonstrook", why="Die missen wij.")
    set_task(
        case.topic, TaskKind.PAPER, words, due_on=None, needs_review=True, by=sam.actor, at=NOON
    )

    with pytest.raises(SomethingIsOpen):
        confirm_case(proposal, by=noor, at=NOON)

    proposal.refresh_from_db()
    assert proposal.is_waiting


def test_what_was_withdrawn_meanwhile_is_not_decided_any_more(case, proposal, fatima, noor):
    withdraw(case, by=fatima.actor, at=NOON)

    with pytest.raises(IsSettled):
        confirm_case(proposal, by=noor, at=NOON)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.LAPSED
    with pytest.raises(MoveNotAllowed):
        decide_case(case, YES, by=noor, at=NOON)


def test_it_waits_for_a_colleague_and_not_for_who_proposed_it(proposal, sam, noor, buren):
    assert list(Proposal.objects.for_second_look_of(noor)) == [proposal]
    assert not Proposal.objects.for_second_look_of(sam).exists()
    with within(buren):
        assert not Proposal.objects.exists()


def test_of_two_who_confirm_at_once_one_is_told_that_it_is_done(
    committed, case, proposal, noor, at_once
):
    answers = at_once([lambda: confirm_case(proposal, by=noor, at=NOON)] * 2)

    assert sorted(type(each).__name__ for each in answers) == ["Decision", "IsSettled"]
    assert Decision.objects.count() == 1


def test_of_two_who_propose_at_once_one_waits(committed, case, sam, noor, at_once):
    works = [lambda by=by: decide_case(case, YES, by=by, at=NOON) for by in (sam, noor)]

    answers = at_once(works)

    assert [isinstance(each, Refusal) for each in answers].count(True) == 1
    assert Proposal.objects.waiting().count() == 1
