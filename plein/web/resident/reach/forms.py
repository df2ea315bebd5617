"""The forms of Hoe wij u bereiken: an address, its code, and what to use."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.delivery.models import Way
from plein.gateways.push.subscription import LONGEST
from plein.web.forms import PleinForm


class AddressForm(PleinForm):
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        help_text=_("Wij sturen een code naar dit adres. Bijvoorbeeld: naam@voorbeeld.nl"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        max_length=254,
    )


class CodeForm(PleinForm):
    code = forms.CharField(
        label=_("Code uit de e-mail"),
        help_text=_("8 letters en cijfers. Bijvoorbeeld: K7QX2MPA"),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}
        ),
        max_length=20,
    )


class WayForm(PleinForm):
    marks_optional = False

    way = forms.ChoiceField(
        label=_("Hoe laten wij u iets weten?"),
        choices=[
            (Way.MAIL, _("Per e-mail")),
            (Way.PUSH, _("Met een seintje op mijn telefoon of computer")),
            (Way.HAND, _("Per brief of telefoon")),
        ],
        widget=forms.RadioSelect,
    )
    wants_reminders = forms.BooleanField(
        label=_("Herinner mij als ik nog iets moet doen"), required=False
    )


class DeviceForm(PleinForm):
    """Filled in by the browser, as `PushSubscription.toJSON()` gives it."""

    endpoint = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST)
    p256dh = forms.CharField(widget=forms.HiddenInput, max_length=200)
    auth = forms.CharField(widget=forms.HiddenInput, max_length=100)
