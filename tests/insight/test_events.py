"""Life events: each at its edges, and together whatever the order in which they are told."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.insight.asked import Answer, questions
from plein.insight.changes import applying
from plein.insight.events import (
    KINDS,
    ChildComes,
    ChildLeaves,
    DebtIsPaid,
    Housemate,
    Moves,
    MovesIn,
    Parts,
    Repays,
    StopsWorking,
    Works,
    WwStops,
    changed,
    from_json,
    in_order,
    to_json,
)
from plein.insight.facts import facts_in
from plein.insight.household import Adult, Flow, Household, Unemployment
from plein.insight.timeline import Rules, timeline
from plein.kernel.months import months_from
from plein.regelingen.library import rule_book
from tests.insight.conftest import WW_ENDS

RULES = Rules(rule_book())
EVI = date(2017, 4, 23)
APRIL, MAY, JUNE = (date(2027, month, 1) for month in (4, 5, 6))
MONTHS = list(months_from(date(2026, 11, 1), 24))
HOME = Household(
    applicant=Adult(date(1998, 3, 14), ww=Unemployment(Decimal(80), date(2026, 5, 1), WW_ENDS)),
    children=(date(2022, 2, 11), EVI),
    rents=(Flow(Decimal(650)),),
)


def after(*events, household=HOME):
    return changed(household, events, RULES)


def seen(household):
    """All that the rules and the page see of it, month by month."""
    return [(facts_in(household.at(month), month), household.spent_in(month)) for month in MONTHS]


def test_every_kind_asks_for_its_day_and_has_a_name_of_its_own():
    assert len({kind.key for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        (asked,) = [each for each in questions(kind) if each.name == "on"]
        assert asked.asks.answer in (Answer.DAY, Answer.MONTH)
        assert asked.required


def test_work_begins_in_its_month_for_the_minimum_wage_or_what_is_said():
    household = after(Works(on=MAY, hours=16))

    assert household.applicant.wage_in(APRIL) == 0
    assert household.applicant.wage_in(MAY) == Decimal("1039.31")  # 16 x 14.99 x 52 / 12
    dear = after(Works(on=MAY, hours=16, hourly=Decimal(20)))
    assert dear.applicant.wage_in(MAY) == Decimal("1386.67")


def test_other_work_comes_instead_of_the_work_of_before():
    household = after(Works(on=APRIL, hours=16), Works(on=JUNE, hours=20, hourly=Decimal(15)))

    wages = [household.applicant.wage_in(month) for month in (APRIL, MAY, JUNE)]
    assert wages == [Decimal("1039.31"), Decimal("1039.31"), Decimal("1300.00")]


def test_work_that_stops_is_there_until_its_month():
    household = after(Works(on=APRIL, hours=16), StopsWorking(on=MAY))

    assert household.applicant.wage_in(APRIL) > 0
    assert household.applicant.wage_in(MAY) == 0


def test_ww_stops_on_its_day_and_never_later_than_it_would():
    assert after(WwStops(on=date(2027, 1, 15))).applicant.ww.until == date(2027, 1, 15)
    assert after(WwStops(on=date(2028, 1, 1))).applicant.ww.until == WW_ENDS


def test_bijstand_can_be_asked_for_when_the_ww_stops():
    sooner = applying(after(WwStops(on=date(2027, 1, 15))), date(2026, 11, 27))

    assert sooner.applies_for_bijstand_from == date(2027, 1, 15)


@pytest.mark.parametrize(("day", "first"), [(MAY, MAY), (date(2027, 5, 2), JUNE)])
def test_a_partner_counts_from_the_first_day_of_a_month(day, first):
    household = after(MovesIn(on=day, age=40, wage=Decimal(2000)))

    there = [month for month in MONTHS if household.at(month).partner]
    assert there[0] == first
    assert household.at(first).adults[1].wage_in(first) == 2000


def test_after_one_partner_another_may_come():
    household = after(
        MovesIn(on=APRIL, age=40, wage=Decimal(2000)),
        Parts(on=MAY),
        MovesIn(on=JUNE, age=30, wage=Decimal(1000)),
    )

    wages = [[a.wage_in(m) for a in household.at(m).adults[1:]] for m in (APRIL, MAY, JUNE)]
    assert wages == [[2000], [], [1000]]
    months = {month.first: month for month in timeline(RULES, household, APRIL, 3)}
    assert [months[m].toeslagen["alo_kop"] > 0 for m in (APRIL, MAY, JUNE)] == [False, True, False]


def test_who_parts_gets_the_alimony_from_that_day():
    married = replace(HOME, partner=Adult(date(1995, 1, 1)))
    household = after(Parts(on=MAY, child_alimony=Decimal(150)), household=married)

    assert household.at(APRIL).partner
    assert household.at(MAY).partner is None
    amounts = [facts_in(household.at(m), m)["kinderalimentatie_per_maand"] for m in (APRIL, MAY)]
    assert amounts == [0, 150]


def test_a_child_is_counted_from_the_month_after_its_birth():
    household = after(ChildComes(on=date(2027, 5, 10)))

    young = [facts_in(household.at(m), m)["kinderen_0_5"] for m in (MAY, JUNE)]
    assert young == [1, 2]


def test_a_child_that_leaves_counts_until_the_quarter_is_over():
    """Kinderbijslag looks at the first day of the quarter (AKW art. 11)."""
    household = after(ChildLeaves(child=EVI, on=date(2027, 4, 15)))

    facts = {month: facts_in(household.at(month), month) for month in MONTHS}
    older = [facts[m]["kinderen_6_11"] for m in (APRIL, MAY)]
    quarters = [facts[m]["kinderbijslag_kinderen_6_11"] for m in (JUNE, date(2027, 7, 1))]
    assert older == [1, 0]
    assert quarters == [1, 0]


def test_a_housemate_shares_the_costs_while_there():
    household = after(Housemate(on=MAY, until=JUNE))

    others = [facts_in(household.at(m), m)["medebewoners_vanaf_27"] for m in (APRIL, MAY, JUNE)]
    assert others == [0, 1, 0]


def test_another_rent_begins_in_its_month():
    household = after(Moves(on=MAY, rent=Decimal(500)))

    rents = [facts_in(household.at(m), m)["kale_huur_per_maand"] for m in (APRIL, MAY)]
    assert rents == [650, 500]


def test_a_debt_costs_money_from_its_month_until_the_one_that_is_not_in_it():
    household = after(Repays(on=APRIL, amount=Decimal(75), until=JUNE))

    assert [household.spent_in(m) for m in (date(2027, 3, 1), APRIL, MAY, JUNE)] == [0, 75, 75, 0]


@pytest.mark.parametrize(
    ("event", "before", "objects"),
    [
        (WwStops(on=WW_ENDS), [], True),
        (WwStops(on=WW_ENDS - timedelta(days=1)), [], False),
        (StopsWorking(on=MAY), [], True),
        (StopsWorking(on=MAY), [Works(on=APRIL, hours=8)], False),
        (StopsWorking(on=MAY), [Works(on=MAY, hours=8)], True),
        (Parts(on=MAY), [], True),
        (Parts(on=MAY), [MovesIn(on=APRIL, age=40)], False),
        (MovesIn(on=MAY, age=40), [MovesIn(on=APRIL, age=40)], True),
        (MovesIn(on=MAY, age=40), [MovesIn(on=APRIL, age=40), Parts(on=APRIL)], False),
        (ChildLeaves(child=EVI, on=MAY), [], False),
        (ChildLeaves(child=EVI, on=MAY), [ChildLeaves(child=EVI, on=APRIL)], True),
    ],
)
def test_what_cannot_happen_is_objected_to(event, before, objects):
    assert bool(event.objection(after(*before))) == objects


DAYS = st.dates(date(2026, 12, 1), date(2028, 9, 30))
FIRSTS = st.sampled_from(MONTHS[1:])
EUROS = st.decimals(1, 3000, places=2)
EVENTS = {
    Works: st.builds(Works, on=FIRSTS, hours=st.integers(1, 40), hourly=st.none() | EUROS),
    StopsWorking: st.builds(StopsWorking, on=FIRSTS),
    WwStops: st.builds(WwStops, on=DAYS),
    MovesIn: st.builds(MovesIn, on=DAYS, age=st.integers(18, 80), wage=st.none() | EUROS),
    Parts: st.builds(Parts, on=DAYS, child_alimony=st.none() | EUROS),
    ChildComes: st.builds(ChildComes, on=DAYS),
    ChildLeaves: st.builds(ChildLeaves, on=DAYS, child=st.just(EVI)),
    Housemate: st.builds(Housemate, on=DAYS, until=st.none() | DAYS),
    Moves: st.builds(Moves, on=FIRSTS, rent=EUROS),
    Repays: st.builds(Repays, on=FIRSTS, amount=EUROS, until=st.none() | FIRSTS),
    DebtIsPaid: st.builds(DebtIsPaid, on=FIRSTS, amount=EUROS),
}
ANY = st.one_of(*EVENTS.values())


def test_every_kind_is_tried():
    assert set(EVENTS) == set(KINDS)


@given(st.lists(ANY, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_told_does_not_matter(events, random):
    shuffled = [*events]
    random.shuffle(shuffled)

    assert after(*shuffled) == after(*events)


@given(ANY)
def test_what_is_written_down_is_read_as_it_was(event):
    assert from_json(to_json(event)) == event


@given(ANY, ANY)
def test_two_on_different_days_stand_by_day(one, other):
    ordered = in_order([one, other])

    assert ordered[0].on <= ordered[1].on


OPPOSITES = st.one_of(
    st.builds(lambda day: (Works(on=day, hours=16), StopsWorking(on=day)), FIRSTS),
    st.builds(lambda day: (MovesIn(on=day, age=40, wage=Decimal(2000)), Parts(on=day)), DAYS),
    st.builds(lambda day: (ChildComes(on=day), ChildLeaves(child=day, on=day)), DAYS),
    st.builds(
        lambda day, euros: (Repays(on=day, amount=euros), DebtIsPaid(on=day, amount=euros)),
        FIRSTS,
        EUROS,
    ),
    st.builds(
        lambda day: (Moves(on=day, rent=Decimal(900)), Moves(on=day, rent=Decimal(650))), FIRSTS
    ),
    st.builds(lambda day: (Housemate(on=day, until=day),), DAYS),
)


@settings(deadline=None)
@given(OPPOSITES)
def test_an_event_and_its_opposite_leave_what_was(pair):
    household = HOME
    for event in pair:
        household = event.change(household, RULES)

    assert seen(household) == seen(HOME)


@settings(deadline=None, max_examples=25)
@given(st.lists(ANY, max_size=4))
def test_whatever_happens_two_years_can_be_worked_out(events):
    household = applying(after(*events), date(2026, 11, 27))

    months = timeline(RULES, household, MONTHS[0], 24)

    assert all(month["bijstand_per_maand"] >= 0 for month in months)
