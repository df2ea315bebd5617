"""What the shop decides from values alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from plein.kernel.period import age_on


class AmountForAge(Protocol):
    age_from: int | None
    age_until: int | None
    school: str
    household_kind: str
    amount: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom an amount is for; of a household only `household_kind` is known."""

    birth_month: date | None = None
    school: str = ""
    household_kind: str = ""


def fitting_rule(rules: Iterable[AmountForAge], holder: Holder, day: date) -> AmountForAge | None:
    """The first rule that fits on this day; None when none does.

    A rule without ages fits everybody; an adult whose age is not known counts as 18 or older.
    """
    for rule in rules:
        if (
            _age_fits(rule, holder.birth_month, day)
            and rule.school in ("", holder.school)
            and rule.household_kind in ("", holder.household_kind)
        ):
            return rule
    return None


class SpendWindow(Protocol):
    is_pro_rata: bool
    spend_from: date
    spend_until: date


def fitting_amount(
    rules: Iterable[AmountForAge], window: SpendWindow, holder: Holder, day: date
) -> int | None:
    """The cents for this holder when granted on this day; None when no rule fits.

    Pro rata, the months that have passed do not count, and neither do those after the birthday
    that takes somebody out of the rule. Each month that was begun counts whole.
    """
    rule = fitting_rule(rules, holder, day)
    if rule is None:
        return None
    if not window.is_pro_rata:
        return rule.amount
    until = min(window.spend_until, _grown(rule, holder) or window.spend_until)
    left = months_begun(max(day, window.spend_from), until)
    whole = months_begun(window.spend_from, window.spend_until)
    return (2 * rule.amount * left + whole) // (2 * whole) or None  # half a cent goes up


def _grown(rule: AmountForAge, holder: Holder) -> date | None:
    """The month of the birthday after which this rule no longer fits; it still counts itself."""
    if holder.birth_month is None or rule.age_until is None:
        return None
    month = holder.birth_month
    return (month.replace(year=month.year + rule.age_until) + timedelta(days=31)).replace(day=1)


def months_begun(start: date, until: date) -> int:
    """Calendar months with at least one day in this stretch; `until` is not in it."""
    last = until - timedelta(days=1)
    return max(0, (last.year - start.year) * 12 + last.month - start.month + 1)


def _age_fits(rule: AmountForAge, birth_month: date | None, day: date) -> bool:
    adult = 18
    if birth_month is None:
        return (rule.age_from or 0) <= adult and rule.age_until is None
    age = age_on(day, birth_month)
    return (rule.age_from or 0) <= age and (rule.age_until is None or age < rule.age_until)
