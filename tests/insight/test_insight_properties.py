"""What must hold for every household, not only for those that were worked out by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from plein.insight.household import Adult, Flow, Household
from plein.insight.payments import amounts, by_month
from plein.insight.timeline import timeline
from plein.regelingen.library import rule_book
from plein.rules.of_municipality import Rules

MONTH = date(2026, 11, 1)
BORN = date(1990, 6, 15)
# What may fall when a wage grows: the steps of the payroll table (4.50 a month), a toeslag below
# 24 euros a year that falls away, and whole euros of each toeslag (rules.md, cliffs).
STEPS = Decimal("0.5575") * Decimal("4.50") + 2 + 4

LATER = (
    *("vakantiegeld_bij_loon_per_maand", "vakantiegeld_bij_loon_per_maand_partner"),
    "vakantietoeslag_gereserveerd",
)

wages = st.integers(0, 600_000).map(lambda cents: Decimal(cents) / 100)
children = st.lists(st.dates(date(2009, 1, 1), date(2026, 10, 1)), max_size=4).map(tuple)
rents = st.sampled_from([Decimal(0), Decimal(450), Decimal(700)])


def rules():
    return Rules(rule_book())


def worker(wage, born=BORN):
    return Adult(born, wages=(Flow(wage),) if wage else ())


def left(household):
    """What belongs to the month, with the holiday allowance that stays behind for later.

    Without it, who leaves bijstand would seem to lose: 8 per cent of a wage stays behind.
    """
    (month,) = timeline(rules(), household, MONTH, 1)
    later = Decimal(sum(month.earned.values.get(name, 0) for name in LATER))
    return sum((each.amount for each in amounts([month], household)), later)


@settings(max_examples=25, deadline=None)
@given(wages, st.integers(1, 50_000), children, rents, st.booleans())
def test_who_earns_more_has_no_less_but_for_the_named_steps(
    wage, more, children, rent, has_partner
):
    partner = worker(Decimal(1500)) if has_partner else None
    home = Household(worker(wage), partner, children=children, rents=(Flow(rent),) if rent else ())
    richer = replace(home, applicant=worker(wage + Decimal(more) / 100))

    assert left(richer) >= left(home) - STEPS


@settings(max_examples=25, deadline=None)
@given(wages, wages, children, rents)
def test_it_does_not_matter_who_of_two_looks(first, second, children, rent):
    home = Household(
        worker(first),
        worker(second, date(1985, 1, 1)),
        children=children,
        rents=(Flow(rent),) if rent else (),
        applies_for_bijstand_from=date(2026, 1, 1),
    )
    turned = replace(home, applicant=home.partner, partner=home.applicant)

    assert left(home) == left(turned)


@settings(max_examples=15, deadline=None)
@given(wages, children.map(lambda born: tuple(day for day in born if day.month not in (10, 11))))
def test_a_month_without_a_change_equals_the_month_before(wage, children):
    home = Household(worker(wage), children=children)

    months = timeline(rules(), home, date(2026, 10, 1), 2)

    october, november = (
        (
            {(each.kind, each.amount) for each in own}
            for own in by_month(amounts(months, home)).values()
        )
        if wage
        else (set(), set())
    )
    assert october == november


@settings(max_examples=15, deadline=None)
@given(wages, children)
def test_an_amount_overridden_by_its_own_value_changes_nothing(wage, children):
    home = Household(worker(wage), children=children, rents=(Flow(Decimal(600)),))
    (month,) = timeline(rules(), home, MONTH, 1)
    outcome = month.toeslagen

    for name in outcome.targets:
        known = {name: outcome[name]}
        again = rules().calculate(outcome.targets, outcome.given, MONTH, known)
        assert [again[target] for target in outcome.targets] == [
            outcome[target] for target in outcome.targets
        ]
