"""What somebody can ask: from when, how much work, another home, a child, a partner."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from plein.insight.changes import gets_child, moves, moves_in, works
from plein.insight.household import Adult, Flow, Household
from plein.insight.months import month_of, months_after, months_from
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm

CHOICES, MOST_HOURS = 12, 40  # months to choose from; hours a week
MOST_PER_HOUR, MOST_PER_MONTH = 50_000, 5_000_000  # cents
PARTNER_AGE = 35  # years: of working age, which is all that counts here


class WhatIfForm(PleinForm):
    marks_optional = False

    since = forms.ChoiceField(label=_("Vanaf welke maand?"))
    hours = forms.IntegerField(
        label=_("Hoeveel uur per week gaat u werken?"),
        help_text=_("Vul 0 in als u niet gaat werken."),
        min_value=0,
        max_value=MOST_HOURS,
        required=False,
        error_messages={
            "min_value": _("Vul 0 of meer in."),
            "max_value": _("Vul hoogstens 40 uur in."),
        },
    )
    hourly = MoneyField(
        label=_("Wat verdient u per uur, voor belasting?"),
        help_text=_("Laat leeg voor het minimumloon."),
        required=False,
        max_cents=MOST_PER_HOUR,
    )
    rent = MoneyField(label=_("Wat wordt uw kale huur?"), required=False, max_cents=MOST_PER_MONTH)
    child = forms.BooleanField(label=_("Er komt een kind bij"), required=False)
    partner = forms.BooleanField(label=_("U gaat samenwonen met een partner"), required=False)
    partner_wage = MoneyField(
        label=_("Wat verdient uw partner per maand, voor belasting?"),
        required=False,
        max_cents=MOST_PER_MONTH,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].choices = list(_months(today))  # type: ignore[attr-defined]

    @property
    def start(self) -> date:
        return date.fromisoformat(self.cleaned_data["since"])

    def changed(self, household: Household, minimum: Decimal) -> Household:
        """The household with everything that was filled in, from the chosen month."""
        given, start = self.cleaned_data, self.start
        if given["hours"] is not None:
            household = works(household, start, Decimal(given["hours"]), self.wage(minimum))
        if given["rent"] is not None:
            household = moves(household, start, _euros(given["rent"]))
        if given["child"]:
            household = gets_child(household, start)
        if given["partner"]:
            household = moves_in(household, start, self._partner(start))
        return household

    def wage(self, minimum: Decimal) -> Decimal:
        """Euros an hour."""
        given = self.cleaned_data["hourly"]
        return minimum if given is None else _euros(given)

    def _partner(self, start: date) -> Adult:
        wage = self.cleaned_data["partner_wage"]
        wages = (Flow(_euros(wage)),) if wage else ()
        return Adult(born=date(start.year - PARTNER_AGE, 1, 1), wages=wages)


def _months(today: date) -> Iterator[tuple[str, str]]:
    for month in months_from(months_after(month_of(today), 1), CHOICES):
        yield month.isoformat(), formats.date_format(month, "F Y")


def _euros(cents: int) -> Decimal:
    return Decimal(cents) / 100
