"""An organisation that takes part has the turn for a while; the resident sees who, and by when."""

from datetime import timedelta

import pytest

from plein.cases.actions.directing import take_direction
from plein.cases.actions.handing_over import NotTheirTurn, TakesNoPart, hand_back, wait_for_other
from plein.cases.actions.moving import MoveNotAllowed, take_up, wait_for_resident, withdraw
from plein.cases.actions.opening import open_case
from plein.cases.actions.participating import NotTheDirector, let_out
from plein.cases.actions.publishing import publish_case_type
from plein.cases.light import Dot
from plein.cases.models import Case
from plein.cases.queries import files_of, with_tasks
from plein.identity.roles import Role
from plein.inbox import event_words as said
from plein.journeys.phases import Phase
from plein.regelingen.library import journeys
from tests.cases.conftest import KEY
from tests.cast import NOON, TESTS, TODAY, staff_member

LATER = NOON + timedelta(days=5)


@pytest.fixture
def waiting(case, sam, join):
    """Sam took it up, and the GKB has the turn."""
    take_up(case, by=sam, at=NOON)
    return wait_for_other(case, join(), by=sam.actor, at=NOON)


def light(case):
    (file,) = files_of(with_tasks(Case.objects.filter(pk=case.pk)), TODAY)
    return file.light


def test_the_light_names_the_partner_and_the_day_of_our_answer(waiting):
    found = light(waiting)

    assert (found.dot, found.turn_of) == (Dot.GREEN, "GKB")
    assert found.by == TODAY + timedelta(days=56)


def test_the_term_runs_on_meanwhile(waiting, sam):
    case = hand_back(waiting, by=sam.actor, at=LATER)

    assert (case.phase, case.waits_for) == (Phase.IN_REVIEW, None)
    assert case.last_day == TODAY + timedelta(days=56)
    assert light(case).turn_of == ""
    names = list(case.topic.events.order_by("at", "id").values_list("name", flat=True))
    assert {said.PARTNER_TURN, said.PARTNER_READY} <= set(names)


def test_a_term_that_stood_still_for_the_resident_goes_on(case, sam, ask, join):
    take_up(case, by=sam, at=NOON)
    ask()
    wait_for_resident(case, by=sam.actor, at=NOON)

    case = wait_for_other(case, join(), by=sam.actor, at=LATER)

    assert case.suspended_since is None
    assert case.last_day == TODAY + timedelta(days=56 + 5)


def test_only_who_takes_part_in_this_kind_of_case_gets_the_turn(case, sam, join):
    take_up(case, by=sam, at=NOON)

    with pytest.raises(TakesNoPart):
        wait_for_other(case, join(parts=("bijstand",)), by=sam.actor, at=NOON)


def test_what_nobody_took_up_is_not_given_away(case, sam, join):
    with pytest.raises(MoveNotAllowed):
        wait_for_other(case, join(), by=sam.actor, at=NOON)


def test_a_turn_is_given_back_once(waiting, sam):
    hand_back(waiting, by=sam.actor, at=LATER)

    with pytest.raises(NotTheirTurn):
        hand_back(waiting, by=sam.actor, at=LATER)


def test_who_leaves_gives_the_turn_back(waiting, sam):
    participation = waiting.dossier.participations.get()

    let_out(participation, waiting, "klaar", by=sam.actor, at=LATER)

    assert Case.objects.get(pk=waiting.pk).phase == Phase.IN_REVIEW


def test_what_is_withdrawn_waits_for_nobody(waiting, fatima):
    assert withdraw(waiting, by=fatima.actor, at=LATER).waits_for is None


def test_only_the_director_lets_organisations_in(case, sam, join):
    take_direction(case.dossier, by=sam, at=NOON)
    noor = staff_member("noor", Role.CONSULENT)
    take_direction(case.dossier, by=noor, at=LATER)

    with pytest.raises(NotTheDirector, match="Noor"):
        join()
    assert case.topic.events.filter(name=said.DIRECTOR).count() == 2


def test_taking_the_direction_twice_says_it_once(case, sam):
    take_direction(case.dossier, by=sam, at=NOON)
    take_direction(case.dossier, by=sam, at=LATER)

    assert case.topic.events.filter(name=said.DIRECTOR).count() == 1


def test_another_question_has_a_dossier_of_its_own(case, fatima):
    debts = "schuldhulpverlening"
    debt_type = publish_case_type(debts, journeys()[debts], by=TESTS, at=NOON)

    debt_case = open_case(fatima, debt_type, by=fatima.actor, at=NOON)

    assert debt_case.dossier.question == "geld en schulden"
    assert debt_case.dossier_id != case.dossier_id
    assert case.case_type.key == KEY
