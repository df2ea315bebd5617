"""A number as people type it: with a comma or a point."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class NumberField(forms.DecimalField):
    widget = forms.TextInput(
        attrs={"inputmode": "decimal", "autocomplete": "off", "class": "utrecht-textbox--date"}
    )
    default_error_messages = {
        "invalid": _("Vul een getal in met cijfers. Bijvoorbeeld: 120"),
        "min_value": _("Vul 0 of meer in."),
        "max_value": _("Vul hoogstens %(limit_value)s in."),
        "max_decimal_places": _("Vul minder cijfers achter de komma in."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=Decimal(0), **kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        """1.250,50 and 1250.50 alike."""
        text = str(value or "").replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        return super().to_python(text)

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except forms.ValidationError:
            return True
