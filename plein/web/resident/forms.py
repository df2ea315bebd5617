"""The forms of residents."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plein.web.forms import PleinForm

_CHOICE = re.compile(r"[0-9a-f-]{36}(\.[0-9a-f-]{36}){2,3}")


class ChosenLines(forms.Field):
    """The lines of the check page, each `version.member.grant`."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: object) -> list[str]:
        lines = value if isinstance(value, list) else []
        if not lines or not all(_CHOICE.fullmatch(line) for line in lines):
            raise ValidationError(_("Ga terug naar uw mandje en probeer het opnieuw."))
        return lines


class ConfirmationForm(PleinForm):
    """Only an e-mail address is asked, and only of who wants a confirmation."""

    email = forms.EmailField(
        label=_("Wilt u een bevestiging? Vul dan uw e-mailadres in"),
        help_text=_("Wij gebruiken het alleen voor deze bestelling."),
        required=False,
        error_messages={
            "invalid": _("Dit e-mailadres klopt niet. Bijvoorbeeld: naam@voorbeeld.nl")
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    key = forms.RegexField(r"^[0-9a-f]{32}$", widget=forms.HiddenInput)
    lines = ChosenLines()
