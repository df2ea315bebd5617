"""What happens by itself in the coming months: a birthday, a pension, the end of WW, a new year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from plein.insight.household import Adult, Household
from plein.kernel.months import (
    month_of,
    months_after,
    months_between,
    months_from,
    months_old_on,
)
from plein.rules.of_municipality import Rules

AGES = (12, 16, 18)  # of a child, from which it counts otherwise
YEAR = 12  # months


@dataclass(frozen=True)
class Mark:
    """A day with its name. `counts_from` is the first whole month in which it shows."""

    on: date
    says: str

    @property
    def counts_from(self) -> date:
        month = month_of(self.on)
        return month if self.on == month else months_after(month, 1)


def marks(rules: Rules, household: Household, today: date, count: int) -> list[Mark]:
    """After today, in so many months from this one; the first day first."""
    months = list(months_from(month_of(today), count))
    found = [
        *_birthdays(household),
        *_pensions(rules, household, months),
        *_ends_of_ww(household),
        *_new_years(months),
    ]
    coming = [each for each in found if today < each.on < _next(months[-1])]
    return sorted(coming, key=lambda each: each.on)


def _new_years(months: Sequence[date]) -> Iterator[Mark]:
    for month in months:
        if month.month == 1:
            yield Mark(month, str(_("Een nieuw jaar voor de toeslagen")))


def _birthdays(household: Household) -> Iterator[Mark]:
    for born in household.children:
        for age in AGES:
            day = months_old_on(born, age * YEAR)
            if born in household.children_at(day):
                yield Mark(day, _("Een kind wordt %(age)s jaar") % {"age": age})


def _pensions(rules: Rules, household: Household, months: Sequence[date]) -> Iterator[Mark]:
    """The day itself: the AOW begins on it (AOW art. 7a)."""
    if day := _aow_day(rules, household.applicant, months):
        yield Mark(day, str(_("U krijgt AOW")))
    for month in months[-1:]:
        partner = household.at(month).partner
        if partner and (day := _aow_day(rules, partner, months)):
            yield Mark(day, str(_("Uw partner krijgt AOW")))


def _aow_day(rules: Rules, adult: Adult, months: Sequence[date]) -> date | None:
    norms = rules.norms or rules.book.norms
    for month in months:
        age = int(norms.on(month)["aow"].leeftijd_maanden)
        if months_between(adult.born, month) < age <= months_between(adult.born, _next(month)):
            return months_old_on(adult.born, age)
    return None


def _ends_of_ww(household: Household) -> Iterator[Mark]:
    for adult, words in (
        (household.applicant, _("Uw WW stopt")),
        (household.partner, _("De WW van uw partner stopt")),
    ):
        if adult and adult.ww:
            yield Mark(adult.ww.until, str(words))


def _next(month: date) -> date:
    return months_after(month, 1)
