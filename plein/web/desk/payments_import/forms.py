"""The file of another system, and the totals that must come out of it."""

from datetime import date

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from plein.kernel.months import months_from
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm

AHEAD = 3  # months to choose from, this month first


class AwardsFileForm(PleinForm):
    month = forms.TypedChoiceField(
        label=_("Eerste maand die u met Plein betaalt"), coerce=date.fromisoformat
    )
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een CSV van hoogstens 5 MB, met één uitkering per rij."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={
            "required": _("Kies een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def __init__(self, this_month: date, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (each.isoformat(), date_format(each, "F Y")) for each in months_from(this_month, AHEAD)
        ]
        self.fields["month"].choices = choices  # type: ignore[attr-defined]


class TotalsForm(PleinForm):
    rows = forms.IntegerField(
        label=_("Aantal nieuwe uitkeringen"),
        min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    reserve = MoneyField(label=_("Vakantiegeld tot nu toe, samen"))
    pays = MoneyField(label=_("De eerste maand, samen"))
