"""What a journey begins with, why a draft is sent back, and a file of another municipality."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.web.forms import PleinForm
from plein.webshop.models import Scheme

LONGEST_NAME = 100


class NewForm(PleinForm):
    name = forms.CharField(
        label=_("Hoe heet de aanvraag?"),
        help_text=_("Inwoners lezen deze naam. Laat leeg als u een regeling kiest."),
        max_length=LONGEST_NAME,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = forms.ModelChoiceField(
            label=_("Voor welke regeling uit de winkel?"),
            queryset=Scheme.objects.order_by("name"),
            empty_label=str(_("Geen regeling")),
            required=False,
        )
        self.add_field("scheme", chosen)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("name") and not given.get("scheme"):
            self.add_error("name", _("Vul een naam in, of kies een regeling."))
        return given


class WhyForm(PleinForm):
    why = forms.CharField(
        label=_("Wat moet er anders?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )


class PackageForm(PleinForm):
    file = forms.FileField(
        label=_("Bestand van de andere gemeente"),
        help_text=_("Een bestand dat eindigt op .json"),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )


class KeyForm(PleinForm):
    key = forms.RegexField(
        r"^[a-z][a-z0-9_]*$",
        label=_("Onder welke sleutel staat deze aanvraag bij u?"),
        help_text=_("Kleine letters, cijfers en _."),
        max_length=60,
        error_messages={"invalid": _("Gebruik kleine letters, cijfers en _.")},
    )
