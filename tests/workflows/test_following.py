"""What starts with a decision starts once; what does not work out is left to a person."""

from datetime import date, timedelta

import pytest

from plein.appointments.models import Appointment, AppointmentKind
from plein.appointments.states import Way
from plein.cases.actions.areas import contract, set_area
from plein.cases.actions.following_up import done_by_hand
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.participating import take_in
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case, Dossier, FollowUp, Participation
from plein.cases.weighing import Draft
from plein.inbox import event_words as said
from plein.kernel.postcodes import read_span
from plein.tenants.models import Organisation
from plein.webshop.actions.credits import approve_credit, propose_credit
from plein.webshop.actions.waiting import grant_all_waiting
from plein.webshop.models import Grant, SubjectKind, WaitingGrant
from plein.webshop.scheme_plan import Amount
from plein.workflows.deciding import confirm_case, decide_case
from plein.workflows.following import follow
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.conftest import open_period  # noqa: F401
from tests.workflows.conftest import KEY, document

YES, NO = Draft("toegekend", "U voldoet."), Draft("afgewezen", "U voldoet niet.")
MEEDOEN = {
    "name": "Meedoen",
    "subject": SubjectKind.HOUSEHOLD,
    "apply_until": date(2027, 1, 1),
    "amounts": [Amount(25_000)],
}
CHILDREN = {"name": "Kindpakket", "apply_until": date(2027, 1, 1)}
HOME = {"straat": "Bargerweg", "huisnummer": "1", "postcode": "7812AB", "woonplaats": "Emmen"}


@pytest.fixture
def decided(taken_up, sam):
    def decide(draft=YES, **given):
        return decide_case(taken_up(given=given), draft, by=sam, at=NOON)

    return decide


@pytest.fixture
def talk(emmen):
    return AppointmentKind.objects.create(
        name="Gesprek over werk", minutes=30, ways=[Way.PHONE], team="Team Werk"
    )


@pytest.fixture
def wijkteam(emmen):
    """Works in the south."""
    organisation = Organisation.objects.create(name="Wijkteam Zuid", kvk="00000098")
    south = set_area("Zuid", [read_span("7812-7813")], by=TESTS, at=NOON)
    contract(south, KEY, organisation, start=TODAY, until=None, by=TESTS, at=NOON)
    return organisation


def told(decision):
    return set(decision.case.topic.events.values_list("name", flat=True))


def test_a_budget_of_the_scheme_is_granted_and_told(decided, open_period, fatima):
    open_period(**MEEDOEN)

    decision = decided(budget="Meedoen")

    grant = Grant.objects.get()
    assert (grant.reference, grant.period.scheme.name) == (decision.case.number, "Meedoen")
    assert decision.follow_ups.get().is_done
    assert said.BUDGET_GIVEN in told(decision)


def test_a_scheme_for_children_is_granted_to_each_child_that_an_amount_fits(
    decided,
    open_period,
):
    open_period(**CHILDREN)

    decided(budget="Kindpakket")

    grants = Grant.objects.select_related("member")
    assert {grant.member.role for grant in grants} == {"kind"}
    assert [grant.amount for grant in grants] == [25_000] * 3
    assert len({grant.reference for grant in grants}) == 3


def test_when_the_pot_is_enough_for_two_of_three_all_three_wait(decided, open_period):
    open_period(60_000, **CHILDREN)

    decision = decided(budget="Kindpakket")

    assert decision.follow_ups.get().is_done
    assert not Grant.objects.exists()
    waiting = WaitingGrant.objects.values_list("reference", "cents")
    assert sorted(cents for _reference, cents in waiting) == [25_000] * 3
    assert said.BUDGET_GIVEN not in told(decision)
    assert said.BUDGET_WAITS in told(decision)


def test_without_the_scheme_it_is_decided_and_staff_reads_what_to_do(decided):
    decision = decided(budget="Bestaat niet")

    left = FollowUp.objects.by_hand().get()
    assert left.decision == decision
    assert "‘Bestaat niet’ staat niet in de webwinkel" in left.because
    assert said.FOLLOWS_BY_HAND in told(decision)


def test_a_scheme_that_was_closed_when_it_was_asked_is_left_to_a_person(
    decided,
    open_period,
):
    open_period(**MEEDOEN | {"apply_until": TODAY})

    assert "geen periode die open is" in decided(budget="Meedoen").follow_ups.get().because


def test_an_empty_pot_keeps_no_decision_back_and_who_waits_gets_the_first_money(
    decided, open_period, bas, ingrid
):
    period = open_period(100, **MEEDOEN)

    decision = decided(budget="Meedoen")
    assert not Grant.objects.exists()
    approve_credit(propose_credit(period, 25_000, by=bas, at=NOON), by=ingrid, at=NOON)
    grant_all_waiting(NOON, by=TESTS)

    assert Grant.objects.get().reference == decision.case.number


def test_an_appointment_is_offered(decided, talk):
    decision = decided(appointment="Gesprek over werk")

    offered = Appointment.objects.get()
    assert (offered.kind, offered.topic) == (talk, decision.case.topic)
    assert offered.task.due_on == TODAY + timedelta(days=14)


def test_an_appointment_that_does_not_exist_is_left_to_a_person(decided):
    assert "bestaat niet" in decided(appointment="Dansles").follow_ups.get().because


def test_the_organisation_of_the_neighbourhood_takes_part(decided, known, wijkteam):
    known(adres=HOME)

    decision = decided(hands_over=True)

    participation = Participation.objects.get()
    assert (participation.organisation, participation.parts) == (wijkteam, [KEY])
    assert decision.follow_ups.get().what == "Wijkteam Zuid"


def test_who_takes_part_already_goes_on_with_it(decided, known, wijkteam, fatima):
    known(adres=HOME)
    dossier = Dossier.objects.create(resident=fatima, opened_at=NOON)
    take_in(dossier, wijkteam, "bijstand", purpose="Hulp", basis="Wmo", by=TESTS, at=NOON)

    decision = decided(hands_over=True)

    assert decision.follow_ups.get().is_done
    assert Participation.objects.get().parts == ["bijstand", KEY]


def test_where_nobody_works_a_person_chooses(decided, known):
    known(adres=HOME)

    assert "Kies zelf." in decided(hands_over=True).follow_ups.get().because


def test_who_gets_nothing_starts_nothing(decided, talk):
    assert not decided(NO, appointment="Gesprek over werk").follow_ups.exists()


def test_a_second_time_nothing_starts(decided, talk, sam):
    decision = decided(appointment="Gesprek over werk")

    assert follow(decision, by=sam, at=NOON) == []

    assert Appointment.objects.count() == FollowUp.objects.count() == 1


def test_with_four_eyes_it_starts_when_it_is_confirmed(taken_up, talk, sam, noor):
    case = taken_up(given={"appointment": "Gesprek over werk"}, four_eyes=True)
    proposal = decide_case(case, YES, by=sam, at=NOON)
    assert not Appointment.objects.exists()

    confirm_case(proposal, by=noor, at=NOON)

    assert Appointment.objects.count() == 1


def test_what_was_done_by_hand_is_noted_once(decided, sam, noor):
    left = decided(appointment="Dansles").follow_ups.get()

    done_by_hand(left, by=sam, at=NOON)
    done_by_hand(left, by=noor, at=NOON)

    left.refresh_from_db()
    assert (left.is_done, left.done_by) == (True, sam)
    assert not FollowUp.objects.by_hand().exists()


@pytest.mark.parametrize(("draft", "set_ready"), [(YES, ["bewaren"]), (NO, [])])
def test_what_to_do_next_stands_ready_for_who_gets_it(fatima, sam, draft, set_ready):
    task = {
        "key": "bewaren",
        "kind": "bevestigen",
        "title": "Bewaar uw bonnen",
        "why": "Wij kijken er later naar.",
        "due": "besluit + 14 dagen",
        "starts": "besluit",
        "needs_review": False,
    }
    case_type = publish_case_type(KEY, document() | {"tasks": [task]}, by=TESTS, at=NOON)
    case = open_case(fatima, case_type, by=fatima.actor, at=NOON)
    take_up(case, by=sam, at=NOON)

    decide_case(Case.objects.get(), draft, by=sam, at=NOON)

    tasks = list(case.topic.tasks.all())
    assert [each.template for each in tasks] == set_ready
    assert all(each.due_on == TODAY + timedelta(days=14) for each in tasks)
