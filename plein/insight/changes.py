"""What may happen in a life, as a change of the household from a day on. They add up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from plein.insight.household import Adult, Flow, Household, Unemployment

WEEKS_IN_MONTH = Decimal(52) / 12


def wage_of(hours: Decimal, hourly: Decimal) -> Decimal:
    """Gross in a month, for so many hours a week."""
    return (hours * hourly * WEEKS_IN_MONTH).quantize(Decimal("0.01"))


def works(household: Household, start: date, hours: Decimal, hourly: Decimal) -> Household:
    """From then on so many hours a week, instead of the work of before."""
    adult = household.applicant
    before = tuple(replace(flow, until=_sooner(flow.until, start)) for flow in adult.wages)
    wages = (*before, Flow(wage_of(hours, hourly), start))
    return replace(household, applicant=replace(adult, wages=wages))


def moves(household: Household, start: date, rent: Decimal) -> Household:
    before = tuple(replace(flow, until=_sooner(flow.until, start)) for flow in household.rents)
    return replace(household, rents=(*before, Flow(rent, start)))


def gets_child(household: Household, born: date) -> Household:
    return replace(household, children=(*household.children, born))


def moves_in(household: Household, start: date, partner: Adult) -> Household:
    """A partner, in the sense of every law."""
    return replace(household, partner=partner, partner_from=start, partner_until=None)


def parts(household: Household, day: date) -> Household:
    return replace(household, partner_until=day)


def loses_ww(household: Household, day: date) -> Household:
    ww = household.applicant.ww
    ended = Unemployment(ww.day_wage, ww.began, _sooner(ww.until, day)) if ww else None
    return replace(household, applicant=replace(household.applicant, ww=ended))


def _sooner(until: date | None, day: date) -> date:
    return min(until, day) if until else day
