"""What a shop or club fills in about itself: at its own door, or staff for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.web.fields import IbanField
from plein.web.forms import PleinForm
from plein.webshop.models import ProviderKind


class ProviderForm(PleinForm):
    kvk = forms.RegexField(
        r"^\d{8}$",
        label=_("KvK-nummer"),
        help_text=_("8 cijfers."),
        error_messages={"invalid": _("Een KvK-nummer heeft 8 cijfers.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Naam van de winkel of club"), max_length=100)
    kind = forms.ChoiceField(
        label=_("Soort"), choices=ProviderKind.choices, widget=forms.RadioSelect
    )
    iban = IbanField(label=_("Rekeningnummer (IBAN)"))
    address = forms.CharField(label=_("Adres"), max_length=200)
    person = forms.CharField(label=_("Naam van de eerste gebruiker"), max_length=80)
    email = forms.EmailField(label=_("E-mailadres van de eerste gebruiker"))
