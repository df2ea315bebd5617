"""What staff fill in about an award, and about a run."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from plein.kernel.months import month_of, months_after
from plein.payments.living import Living
from plein.payments.payee import LONGEST_NAME, Payee
from plein.web.desk.cases.award_form import LivingForm
from plein.web.fields import DayField, IbanField
from plein.web.forms import PleinForm

LONGEST = 500


class SituationForm(LivingForm):
    field_order = ("from_on",)

    from_on = DayField(label=_("Vanaf welke dag is het anders?"))


class EndForm(PleinForm):
    on = DayField(
        label=_("Eerste dag zonder uitkering"),
        help_text=_("Tot en met de dag ervoor is er nog recht."),
    )
    reason = forms.CharField(
        label=_("Waarom stopt de uitkering?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class DeathForm(PleinForm):
    died_on = DayField(label=_("Dag van overlijden"))
    on = DayField(
        label=_("Eerste dag zonder uitkering"),
        help_text=_("Leeg: de dag erna. Kies een latere dag als uw gemeente dat besloot."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"prefix": "overlijden"} | kwargs))


class AccountForm(PleinForm):
    name = forms.CharField(label=_("Naam bij de rekening"), max_length=LONGEST_NAME)
    iban = IbanField(label=_("Rekeningnummer"))

    def payee(self) -> Payee:
        return Payee(name=self.cleaned_data["name"], iban=self.cleaned_data["iban"])


class RunForm(PleinForm):
    month = forms.TypedChoiceField(label=_("Over welke maand?"), coerce=date.fromisoformat)
    pay_on = DayField(label=_("Betaaldag"))
    only_due = forms.BooleanField(
        label=_("Alleen wat al klaarstaat"),
        help_text=_("Zoals een voorschot, of wat terugkwam. Er komt geen nieuwe maand bij."),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [months_after(month_of(today), -number) for number in range(-1, 3)]
        field: Any = self.fields["month"]
        field.choices = [(month.isoformat(), date_format(month, "F Y")) for month in months]
        field.initial = months_after(month_of(today), -1).isoformat()


class NoteForm(PleinForm):
    note = forms.CharField(
        label=_("Waarom?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )


class HoldForm(PleinForm):
    why = forms.CharField(
        label=_("Waarom betaalt u dit nu niet?"),
        help_text=_("Het bedrag blijft staan tot de volgende betaling."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def filled_from(living: Living | None) -> Mapping[str, Any]:
    """As somebody lives now: what does not change need not be typed."""
    if living is None:
        return {}
    found = {name: getattr(living, name) for name in Living.model_fields}
    return found | {"decided": sorted(living.decided)}
