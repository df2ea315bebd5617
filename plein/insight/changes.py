"""What may happen in a life, as a change of the household from a day on. They add up.

A change and its opposite on the same day leave nothing behind.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from plein.insight.household import Adult, Flow, Household, Stay, Unemployment
from plein.kernel.months import month_of

WEEKS_IN_MONTH = Decimal(52) / 12


def wage_of(hours: Decimal, hourly: Decimal) -> Decimal:
    """Gross in a month, for so many hours a week."""
    return (hours * hourly * WEEKS_IN_MONTH).quantize(Decimal("0.01"))


def works(household: Household, start: date, hours: Decimal, hourly: Decimal) -> Household:
    """From then on so many hours a week, instead of the work of before."""
    stopped = stops_working(household, start).applicant
    wages = (*stopped.wages, Flow(wage_of(hours, hourly), start))
    return replace(household, applicant=replace(stopped, wages=wages))


def stops_working(household: Household, day: date) -> Household:
    adult = household.applicant
    return replace(household, applicant=replace(adult, wages=_ended(adult.wages, day)))


def moves(household: Household, start: date, rent: Decimal) -> Household:
    before = _ended(household.rents, start)
    return replace(household, rents=(*before, Flow(rent, start)))


def gets_child(household: Household, born: date) -> Household:
    return replace(household, children=(*household.children, born))


def leaves_home(household: Household, born: date, day: date) -> Household:
    """A child goes to live elsewhere; one that never was here before leaves no trace."""
    if born >= day and born in household.children:
        children = [*household.children]
        children.remove(born)
        return replace(household, children=tuple(children))
    return replace(household, left_home=(*household.left_home, (born, day)))


def housemate(household: Household, start: date, until: date | None = None) -> Household:
    """Somebody of 27 or older, who shares the costs."""
    return replace(household, housemates=(*household.housemates, Stay(start, until)))


def moves_in(household: Household, start: date, partner: Adult) -> Household:
    """A partner, in the sense of every law; after another who went before."""
    before, last = household.partners_before, household.partner
    if last:
        until = _sooner(household.partner_until, start)
        before = (*before, (last, Stay(household.partner_from, until)))
    return replace(
        household,
        partner=partner,
        partner_from=start,
        partner_until=None,
        partners_before=before,
    )


def parts(household: Household, day: date) -> Household:
    """Nothing where nobody is there any more; a partner who came that day never was one."""
    if household.partner is None or household.partner_until is not None:
        return household
    if household.partner_from is None or household.partner_from < day:
        return replace(household, partner_until=day)
    return _without_last(household)


def gets_alimony(household: Household, start: date, child: Decimal, own: Decimal) -> Household:
    """For the children, and for the applicant."""
    return replace(
        household,
        child_alimony=_with(household.child_alimony, child, start),
        partner_alimony=_with(household.partner_alimony, own, start),
    )


def repays(
    household: Household, start: date, amount: Decimal, until: date | None = None
) -> Household:
    """So much more goes out each month; less, when the amount is below nought."""
    flow = Flow(amount, start, until)
    return replace(household, repayments=(*household.repayments, flow))


def loses_ww(household: Household, day: date) -> Household:
    ww = household.applicant.ww
    ended = Unemployment(ww.day_wage, ww.began, _sooner(ww.until, day)) if ww else None
    return replace(household, applicant=replace(household.applicant, ww=ended))


def applying(household: Household, today: date) -> Household:
    """Bijstand from when the WW ends; from this month for who has none. One has to apply for it."""
    ends = [adult.ww.until for adult in household.adults if adult.ww and adult.ww.until > today]
    return replace(household, applies_for_bijstand_from=max(ends, default=month_of(today)))


def _without_last(household: Household) -> Household:
    """As it was before the last partner came."""
    *before, (partner, stay) = household.partners_before or ((None, Stay()),)
    return replace(
        household,
        partner=partner,
        partner_from=stay.start,
        partner_until=stay.until,
        partners_before=tuple(before),
    )


def _ended(flows: tuple[Flow, ...], day: date) -> tuple[Flow, ...]:
    """None of them goes on after this day; what would begin on it never did."""
    begun = [flow for flow in flows if flow.start is None or flow.start < day]
    return tuple(replace(flow, until=_sooner(flow.until, day)) for flow in begun)


def _with(flows: tuple[Flow, ...], amount: Decimal, start: date) -> tuple[Flow, ...]:
    return (*flows, Flow(amount, start)) if amount else flows


def _sooner(until: date | None, day: date) -> date:
    return min(until, day) if until else day
