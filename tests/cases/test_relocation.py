"""Fatima moves: what she gets and who helps her follow on the day, each with its own line."""

from datetime import UTC, datetime, timedelta

import pytest

from plein.audit.models import Act, Look
from plein.cases.actions.areas import contract, set_area
from plein.cases.actions.deciding import decide
from plein.cases.actions.handing_over import wait_for_other
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.providing import Given, end_provision
from plein.cases.actions.publishing import publish_case_type
from plein.cases.actions.relocating import (
    MovesAlready,
    TooEarly,
    TooLateToWithdraw,
    notice,
    withdraw_notice,
)
from plein.cases.actions.taking_effect import apply_relocations
from plein.cases.models import (
    Case,
    EffectKind,
    Participation,
    Provision,
    Relocation,
    RelocationState,
)
from plein.cases.new_place import NewPlace
from plein.cases.partners import cases_for
from plein.cases.relocation_plan import planned
from plein.inbox import event_words as said
from plein.inbox.models import Event
from plein.kernel.postcodes import NotAPostcode, read_span
from plein.regelingen.library import journeys
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.vault.readings import SECRET
from tests.cases.conftest import KEY
from tests.cast import NOON, TESTS, TODAY

DEBTS = "schuldhulpverlening"
NORTH = NewPlace("7821 AB", "12 a")
AWAY = NewPlace(municipality="Buren")
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)
MOVES_ON = TODAY + WEEK
THAT_NIGHT = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)


@pytest.fixture
def moves(fatima):
    def moves(place=NORTH, *, on=MOVES_ON, at=NOON):
        return notice(fatima, place, moves_on=on, by=fatima.actor, at=at)

    return moves


@pytest.fixture
def gives(sam):
    """A yes on an aanvraag, from a day."""

    def gives(case, result="toegekend", *, start=TODAY, last_day=None):
        take_up(case, by=sam, at=NOON)
        given = Given(start, last_day=last_day)
        return decide(case, result, "U voldoet.", by=sam, at=NOON, given=given).provision

    return gives


@pytest.fixture
def debts(fatima):
    case_type = publish_case_type(DEBTS, journeys()[DEBTS], by=TESTS, at=NOON)
    return open_case(fatima, case_type, by=fatima.actor, at=NOON)


@pytest.fixture
def wijkteam(emmen):
    return Organisation.objects.create(name="Wijkteam Noord", kvk="00000098")


@pytest.fixture
def areas(gkb, wijkteam):
    """GKB works in the south, Wijkteam Noord in the north."""
    for name, span, organisation in (("Zuid", "7812", gkb), ("Noord", "7821", wijkteam)):
        area = set_area(name, [read_span(span)], by=TESTS, at=NOON)
        contract(area, KEY, organisation, start=TODAY, until=None, by=TESTS, at=NOON)


def on_the_day(day=MOVES_ON, at=THAT_NIGHT):
    return apply_relocations(day, by=TESTS, at=at)


def kinds(relocation):
    return {each.kind for each in relocation.effects.exclude(case=None)}


def lines(case):
    """What the timeline says of the move, in the order in which it happened."""
    told = case.topic.events.filter(name__startswith="verhuizing.").order_by("at", "id")
    return list(told.values_list("name", flat=True))


# --- when


def test_a_notice_is_taken_from_28_days_before(moves):
    with pytest.raises(TooEarly, match="vanaf 25 november 2026"):
        moves(on=TODAY + timedelta(days=29))

    assert not moves(on=TODAY + timedelta(days=28)).is_late


def test_until_5_days_after_it_is_in_time_and_later_it_still_counts(moves, fatima):
    in_time = moves(on=TODAY - timedelta(days=5))
    on_the_day(TODAY, NOON)

    late = moves(on=TODAY - timedelta(days=6))

    assert (in_time.is_late, late.is_late) == (False, True)
    assert fatima.relocations.count() == 2


def test_a_place_within_needs_a_postcode(moves):
    with pytest.raises(NotAPostcode):
        moves(NewPlace("7821", "12"))

    assert not Relocation.objects.exists()


def test_one_move_at_a_time_also_for_two_clicks(moves, at_once, committed):
    done = at_once([moves, moves])

    assert sum(isinstance(each, MovesAlready) for each in done) == 1
    assert Relocation.objects.get().is_noticed


# --- within


def test_within_the_organisation_of_the_new_place_takes_over_on_the_day(
    case, areas, join, moves, gkb, wijkteam
):
    join()
    relocation = moves().relocation

    assert kinds(relocation) == {EffectKind.PARTNER}
    assert on_the_day(MOVES_ON - timedelta(days=1)) == 0
    assert list(cases_for(gkb, TODAY)) == [case]

    assert on_the_day() == 1
    assert not cases_for(gkb, MOVES_ON).exists()
    assert list(cases_for(wijkteam, MOVES_ON)) == [case]
    assert lines(case) == [said.RELOCATION_NOTICED, said.RELOCATION_PARTNER]
    assert case.topic.events.get(name=said.RELOCATION_PARTNER).details["partner"] == str(wijkteam)


def test_what_an_organisation_does_besides_stays_with_it(case, areas, join, moves, gkb, wijkteam):
    former = join(parts=(KEY, "bijstand"))
    moves()

    on_the_day()

    former.refresh_from_db()
    assert (former.parts, former.until) == (["bijstand"], None)
    assert Participation.objects.get(organisation=wijkteam).parts == [KEY]


def test_an_organisation_that_leaves_gives_its_turn_back(case, areas, join, moves, sam):
    participation = join()
    take_up(case, by=sam, at=NOON)
    wait_for_other(case, participation, by=sam.actor, at=NOON)
    moves()

    on_the_day()

    assert Case.objects.get().waits_for is None


def test_who_works_for_the_whole_municipality_stays(case, join, moves):
    join()

    assert kinds(moves().relocation) == {EffectKind.STAYS}


def test_a_street_further_in_the_same_area_nothing_changes(case, areas, join, moves, gkb):
    join()
    moves(NewPlace("7812 ZZ", "1"))

    on_the_day()

    assert list(cases_for(gkb, MOVES_ON)) == [case]
    assert lines(case)[-1] == said.RELOCATION_STAYS


def test_without_an_organisation_at_the_new_place_a_person_chooses(case, areas, join, moves, gkb):
    join()
    relocation = moves(NewPlace("7831 AA", "3")).relocation

    on_the_day()

    assert kinds(relocation) == {EffectKind.PARTNER_BY_HAND}
    assert list(cases_for(gkb, MOVES_ON)) == [case]
    assert lines(case)[-1] == said.RELOCATION_BY_HAND


def test_at_a_secret_address_a_person_chooses(case, areas, join, moves, fatima):
    join()
    home = Incoming("adres", {"postcode": "7812AB"}, marks=(SECRET,))
    keep(vault_of(fatima, at=NOON), [home], mode=Mode.SOURCE, at=NOON)

    assert kinds(moves().relocation) == {EffectKind.PARTNER_BY_HAND}


def test_what_somebody_gets_goes_on_within_the_municipality(case, gives, moves):
    provision = gives(case)
    moves()

    on_the_day()

    provision.refresh_from_db()
    assert provision.until is None


# --- to another municipality


def test_income_support_ends_the_day_before_the_move(case, gives, moves):
    gives(case)
    relocation = moves(AWAY).relocation
    assert Provision.objects.get().until is None

    on_the_day()

    assert Provision.objects.get().last_day == MOVES_ON - timedelta(days=1)
    assert relocation.effects.get(kind=EffectKind.ENDS).on == MOVES_ON - timedelta(days=1)
    assert lines(case)[-1] == said.RELOCATION_ENDS
    assert case.topic.events.filter(name=said.PROVISION_ENDED).count() == 1


def test_what_ended_before_the_move_is_not_ended_again(case, gives, moves):
    gives(case, last_day=MOVES_ON - timedelta(days=1))

    assert kinds(moves(AWAY).relocation) == set()


def test_help_with_debts_is_offered_to_the_new_municipality(debts, gives, moves):
    provision = gives(debts, "plan")
    moves(AWAY)

    on_the_day()

    provision.refresh_from_db()
    assert provision.until is None
    assert lines(debts)[-1] == said.RELOCATION_HAND_OVER


def test_what_is_not_decided_or_begins_later_goes_to_a_person(case, debts, gives, moves):
    gives(case, start=MOVES_ON)
    moves(AWAY)

    on_the_day()

    assert lines(case)[-1] == lines(debts)[-1] == said.RELOCATION_LOOKED_AT
    assert Provision.objects.get().until is None


def test_what_is_decided_after_the_notice_ends_as_well(case, gives, moves):
    relocation = moves(AWAY).relocation
    assert kinds(relocation) == {EffectKind.LOOKED_AT}
    gives(case)

    on_the_day()

    assert kinds(relocation) == {EffectKind.ENDS}


def test_what_staff_ended_meanwhile_does_not_stop_the_rest(case, gives, moves, sam, debts):
    provision = gives(case)
    moves(AWAY)
    end_provision(provision, TODAY, "Op verzoek.", by=sam.actor, at=NOON)

    assert on_the_day() == 1
    assert Provision.objects.get().last_day == TODAY
    assert lines(debts)[-1] == said.RELOCATION_LOOKED_AT


# --- once, or not at all


def test_a_second_run_changes_nothing(case, areas, join, gives, moves):
    join()
    gives(case)
    moves()
    on_the_day()
    before = [Event.objects.count(), Participation.objects.count(), Act.objects.count()]

    assert on_the_day() == 0
    assert on_the_day(MOVES_ON + WEEK) == 0
    assert [Event.objects.count(), Participation.objects.count(), Act.objects.count()] == before


def test_two_runs_at_once_change_it_once(case, gives, moves, at_once, committed):
    gives(case)
    moves(AWAY)

    assert sorted(at_once([on_the_day, on_the_day])) == [0, 1]
    assert lines(case).count(said.RELOCATION_ENDS) == 1


def test_a_move_that_is_off_does_nothing(case, gives, moves, fatima):
    gives(case)
    relocation = moves(AWAY).relocation

    withdraw_notice(relocation, by=fatima.actor, at=NOON + HOUR)
    withdraw_notice(relocation, by=fatima.actor, at=NOON + HOUR)

    assert on_the_day() == 0
    assert Provision.objects.get().until is None
    assert lines(case) == [said.RELOCATION_NOTICED, said.RELOCATION_WITHDRAWN]
    assert moves().relocation.is_noticed


def test_on_the_day_itself_it_cannot_be_withdrawn(moves, fatima):
    relocation = moves(on=TODAY).relocation

    with pytest.raises(TooLateToWithdraw):
        withdraw_notice(relocation, by=fatima.actor, at=NOON)

    assert on_the_day(TODAY, NOON) == 1
    assert Relocation.objects.get().state == RelocationState.IN_FORCE


# --- who sees it


def test_the_place_is_sealed_and_opening_it_is_in_the_log(moves, fatima):
    relocation = moves().relocation
    assert b"7821" not in bytes(relocation.place_sealed)

    on_the_day()

    look = Look.objects.filter(subject=fatima.pk).latest("at")
    assert (look.elements, look.purpose) == (
        ["nieuw adres"],
        "om te doen wat bij uw verhuizing hoort",
    )


def test_another_municipality_sees_and_does_nothing(moves, buren):
    moves()

    with within(buren):
        assert not Relocation.objects.exists()
        assert on_the_day() == 0

    assert Relocation.objects.get().is_noticed


def test_a_plan_takes_seven_queries_for_however_many_aanvragen(
    case, debts, areas, join, fatima, django_assert_max_num_queries
):
    join()

    with django_assert_max_num_queries(7):
        assert len(planned(fatima, NORTH, MOVES_ON, today=TODAY)) == 3
