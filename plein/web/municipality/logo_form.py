"""The form of a logo: judged by what is in the file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.tenants.logo import MOST_BYTES, Logo, read_logo
from plein.web.forms import PleinForm


class LogoForm(PleinForm):
    logo = forms.FileField(
        label=_("Logo"),
        help_text=_("Een svg of png van hoogstens 500 kB. Een svg is altijd scherp."),
        widget=forms.FileInput(attrs={"accept": "image/svg+xml,image/png"}),
        error_messages={
            "required": _("Kies een bestand met uw logo."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def clean_logo(self) -> Logo:
        try:
            return read_logo(self.cleaned_data["logo"].read(MOST_BYTES + 1))
        except Refusal as refusal:
            raise forms.ValidationError(str(refusal)) from None
