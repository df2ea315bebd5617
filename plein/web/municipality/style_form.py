"""The form of a house style; what it refuses says which colour, and what to do."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.tenants.actions import HouseStyle, style_sheet
from plein.tenants.colour import NotAColour, read_hex
from plein.tenants.models import Corners, Letter, Municipality
from plein.tenants.palette import PaletteUnreadable
from plein.web.forms import PleinForm

_BARE = re.compile(r"[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?")  # people leave out the #


class ColourField(forms.CharField):
    """A colour as `#rrggbb`; what somebody typed comes back as it was."""

    widget = forms.TextInput(
        attrs={"autocomplete": "off", "spellcheck": "false", "class": "utrecht-textbox--short"}
    )

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if not text:
            return ""
        try:
            return read_hex(f"#{text}" if _BARE.fullmatch(text) else text)
        except NotAColour as refusal:
            raise forms.ValidationError(f"{self.label}: {refusal}") from None


class StyleForm(PleinForm):
    """Colours, corners and letter. `tokens` are the municipality's own, and stay as they are."""

    brand = ColourField(
        label=_("Merkkleur"),
        help_text=_("De kleur van het menu en de voet van elke pagina. Bijvoorbeeld: #0a5a9c"),
        error_messages={"required": _("Vul de merkkleur in. Bijvoorbeeld: #0a5a9c")},
    )
    action = ColourField(
        label=_("Actiekleur"),
        help_text=_("Voor knoppen en links. Laat leeg om de merkkleur te gebruiken."),
        required=False,
    )
    accent = ColourField(
        label=_("Accentkleur"),
        help_text=_("Voor de streep boven aan elke pagina. Laat leeg om de merkkleur te nemen."),
        required=False,
    )
    corners = forms.ChoiceField(
        label=_("Hoeken"), choices=Corners.choices, widget=forms.RadioSelect
    )
    letter = forms.ChoiceField(
        label=_("Letter"),
        help_text=_("Atkinson Hyperlegible heeft een nul met een streep erdoor."),
        choices=Letter.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, tokens: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tokens = tokens

    def clean(self) -> dict[str, Any]:
        """Colours that cannot be read beside the municipality's own tokens are refused here."""
        if not self.errors:
            try:
                style_sheet("proef", self.style())
            except PaletteUnreadable as refusal:
                self.add_error(_field_of(refusal), str(refusal))
        return self.cleaned_data

    def style(self) -> HouseStyle:
        return HouseStyle(**self.cleaned_data, tokens=self._tokens)

    def kept_style(self) -> HouseStyle:
        """As the municipality has it now."""
        return HouseStyle(**self.initial, tokens=self._tokens)


def as_chosen(municipality: Municipality) -> dict[str, str]:
    """The house style of a municipality as its form shows it."""
    return {
        "brand": municipality.brand_colour,
        "action": municipality.action_colour,
        "accent": municipality.accent_colour,
        "corners": municipality.corners,
        "letter": municipality.letter,
    }


def _field_of(refusal: Refusal) -> str:
    """The colour that was typed, behind the token that cannot be read."""
    name = str(refusal.details["name"])
    groups = {"--basis-color-action-1": "action", "--basis-color-accent-2": "accent"}
    return next((field for group, field in groups.items() if name.startswith(group)), "brand")
