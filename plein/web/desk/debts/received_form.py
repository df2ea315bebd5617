"""Money that came in for a debt, as staff read it from the statement of the bank."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from plein.payments.actions.receiving import CameIn
from plein.payments.models import From
from plein.web.fields import DayField, MoneyField
from plein.web.forms import PleinForm


class ReceivedForm(PleinForm):
    cents = MoneyField(label=_("Bedrag dat binnenkwam"), min_cents=1)
    on = DayField(label=_("Op welke dag?"))
    came_from = forms.ChoiceField(
        label=_("Van wie?"),
        choices=[(each, capfirst(each.label)) for each in From],
        widget=forms.RadioSelect,
    )
    may_be_more = forms.BooleanField(
        label=_("Ja, er kwam meer binnen dan er open staat"), required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **{"prefix": "ontvangen"} | kwargs)
        self.fields["on"].initial = today
        if not self.is_bound:
            del self.fields["may_be_more"]  # asked only where it matters

    def came_in(self) -> CameIn:
        given = self.cleaned_data
        more = given["may_be_more"]
        return CameIn(given["cents"], given["on"], From(given["came_from"]), may_be_more=more)


class ReceivedByNumberForm(ReceivedForm):
    number = forms.IntegerField(
        label=_("Nummer van de schuld"),
        help_text=_("Staat in de omschrijving van de betaling: schuld 12."),
        min_value=1,
    )
    field_order = ("number",)
