"""What staff fill in about money that was paid too much."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.kernel.months import month_of, months_after
from plein.payments.actions.debts import Claim
from plein.payments.models import Cause
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm


class ClaimForm(PleinForm):
    """A first and a last month, each by one of its days."""

    cause = forms.ChoiceField(
        label=_("Waarom is er te veel betaald?"), choices=Cause.choices, widget=forms.RadioSelect
    )
    first = DayField(label=_("Over de maanden vanaf"), help_text=_("Een dag in de eerste maand."))
    last = DayField(label=_("Tot en met"), help_text=_("Een dag in de laatste maand."))
    cents = MoneyField(label=_("Bedrag dat te veel is betaald"), min_cents=1)
    gross = MoneyField(
        label=_("Belasting daarover"),
        help_text=_("Alleen na afloop van het jaar, en niet als de inwoner er niets aan kon doen."),
        required=False,
    )
    explanation = forms.CharField(
        label=_("Uitleg voor de inwoner"),
        help_text=_("Schrijf gewoon: wat is er gebeurd, en wat kan de inwoner nu doen?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _("De laatste maand ligt voor de eerste. Kies een latere dag."))
        return given

    def claim(self) -> Claim:
        given = self.cleaned_data
        return Claim(
            Cause(given["cause"]),
            month_of(given["first"]),
            months_after(month_of(given["last"]), 1),
            given["cents"],
            given["explanation"],
            given["gross"] or 0,
        )


class RestForm(PleinForm):
    until = DayField(label=_("Niets inhouden tot"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, prefix="rust", **kwargs)
        self.fields["until"].initial = months_after(month_of(today), 4)


class AnswerForm(PleinForm):
    answer = forms.CharField(
        label=_("Waarom niet? De inwoner leest dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="antwoord", **kwargs)
