"""What the shop decides from values alone."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from plein.kernel.period import age_on


class AmountForAge(Protocol):
    age_from: int | None
    age_until: int | None
    school: str
    amount: int


def fitting_amount(
    rules: Iterable[AmountForAge], *, birth_month: date | None, school: str, day: date
) -> int | None:
    """The cents of the first rule that fits this person on this day; None when none does.

    A rule without ages fits everybody; an adult whose age is not known counts as 18 or older.
    """
    for rule in rules:
        if _age_fits(rule, birth_month, day) and rule.school in ("", school):
            return rule.amount
    return None


def _age_fits(rule: AmountForAge, birth_month: date | None, day: date) -> bool:
    adult = 18
    if birth_month is None:
        return (rule.age_from or 0) <= adult and rule.age_until is None
    age = age_on(day, birth_month)
    return (rule.age_from or 0) <= age and (rule.age_until is None or age < rule.age_until)
