"""A return, as a provider or one of the staff fills it in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.web.forms import PleinForm
from plein.webshop.actions.returning import CameBack
from plein.webshop.models import ReturnReason


class ReturnForm(PleinForm):
    """No words about the customer: a provider knows no person."""

    reason = forms.ChoiceField(
        label=_("Waarom komt het terug?"), choices=ReturnReason.choices, widget=forms.RadioSelect
    )
    on_shelf = forms.BooleanField(label=_("Het kan opnieuw worden verkocht"), required=False)

    def came_back(self) -> CameBack:
        given: dict[str, Any] = self.cleaned_data
        reason = ReturnReason(given["reason"])
        return CameBack(reason, given["on_shelf"], given.get("note", ""))


class StaffReturnForm(ReturnForm):
    note = forms.CharField(
        label=_("Waarom boekt u dit terug?"),
        help_text=_("Bijvoorbeeld: de winkel is failliet. Schrijf geen namen op."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
