"""The form at the till."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.web.forms import PleinForm
from plein.webshop.actions.till import CodeIsTooShort


class CodeForm(PleinForm):
    code = forms.CharField(
        label=_("Code van de klant"),
        help_text=_("8 letters en cijfers. Hoofdletters en streepjes maken niet uit."),
        max_length=40,
        error_messages={
            "required": _("Vul de code in die de klant laat zien."),
            "max_length": CodeIsTooShort.message,
        },
    )
