"""What goes off a benefit for somebody else, as staff fill it in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from plein.kernel.months import months_after
from plein.payments.actions.deducting import Asked
from plein.payments.models import Deduction, DeductionKind
from plein.payments.payee import LONGEST_NAME, Payee
from plein.web.fields import DayField, IbanField, MoneyField
from plein.web.forms import PleinForm

MONTHS = 12  # to choose from
LONGEST_REFERENCE = 35
KINDS = {
    DeductionKind.SEIZURE: _("Beslag door een deurwaarder"),
    DeductionKind.RENT: _("Huur, omdat de inwoner dat vroeg"),
    DeductionKind.ENERGY: _("Energie, omdat de inwoner dat vroeg"),
    DeductionKind.DEBTS: _("Schulden, omdat de inwoner dat vroeg"),
}


class MonthField(forms.TypedChoiceField):
    """One of the months that are not paid yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=date.fromisoformat, **kwargs)

    def begin(self, first: date) -> None:
        months = [months_after(first, number) for number in range(MONTHS)]
        self.choices = [(each.isoformat(), date_format(each, "F Y")) for each in months]


class ChangeForm(PleinForm):
    """An amount and an account from a month on; `first` is the first month that may be chosen."""

    per_month = MoneyField(label=_("Bedrag per maand, ten hoogste"), min_cents=1)
    name = forms.CharField(label=_("Aan wie?"), max_length=LONGEST_NAME)
    iban = IbanField(label=_("Rekeningnummer"))
    reference = forms.CharField(
        label=_("Kenmerk bij de betaling"),
        help_text=_("Bij beslag: het dossiernummer van de deurwaarder."),
        max_length=LONGEST_REFERENCE,
        required=False,
    )
    asked_on = DayField(
        label=_("Op welke dag zei de inwoner ja?"),
        help_text=_("Bij beslag is dat niet nodig."),
        required=False,
    )
    from_month = MonthField(label=_("Vanaf welke maand?"))

    def __init__(self, *args: Any, first: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["from_month"]
        field.begin(first)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        kind = self.kind_of(given)
        if kind == DeductionKind.SEIZURE and not given.get("reference"):
            self.add_error("reference", _("Vul het dossiernummer van de deurwaarder in."))
        if kind and kind != DeductionKind.SEIZURE and not given.get("asked_on"):
            self.add_error("asked_on", _("Vul in op welke dag de inwoner ja zei."))
        return given

    def kind_of(self, given: Mapping[str, Any]) -> str:
        return str(self.initial.get("kind", ""))

    def asked(self) -> Asked:
        given = self.cleaned_data
        payee = Payee(name=given["name"], iban=given["iban"], reference=given["reference"])
        kind = DeductionKind(self.kind_of(given))
        return Asked(kind, given["per_month"], payee, given["from_month"], given["asked_on"])


class DeductionForm(ChangeForm):
    kind = forms.ChoiceField(
        label=_("Waarvoor?"), choices=list(KINDS.items()), widget=forms.RadioSelect
    )
    field_order = ("kind",)

    def kind_of(self, given: Mapping[str, Any]) -> str:
        return str(given.get("kind", ""))


class StopForm(PleinForm):
    until = MonthField(label=_("Eerste maand zonder"))

    def __init__(self, *args: Any, first: date, **kwargs: Any) -> None:
        super().__init__(*args, **({"prefix": "stop"} | kwargs))
        field: Any = self.fields["until"]
        field.begin(first)


def filled_from(row: Deduction, payee: Payee) -> dict[str, Any]:
    """As it is now; that the resident says yes to the change is new."""
    return {
        "kind": row.kind,
        "per_month": row.per_month,
        "name": payee.name,
        "iban": payee.iban,
        "reference": payee.reference,
    }
