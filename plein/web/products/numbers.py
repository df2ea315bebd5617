"""Whole numbers and ages, as people type them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_YEARS = 120


class WholeNumberField(forms.IntegerField):
    """A number that is typed: no arrows that change it by accident."""

    widget = forms.TextInput(
        attrs={"inputmode": "numeric", "autocomplete": "off", "class": "utrecht-textbox--short"}
    )

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class AgeField(WholeNumberField):
    """Years, or nothing for no limit."""

    wrong = _("Vul een leeftijd in met cijfers. Bijvoorbeeld: 6")

    def __init__(self, **kwargs: Any) -> None:
        texts = dict.fromkeys(("invalid", "min_value", "max_value"), self.wrong)
        super().__init__(
            required=False, min_value=0, max_value=MOST_YEARS, error_messages=texts, **kwargs
        )
