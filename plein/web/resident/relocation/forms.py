"""The form of a move: when, and where to."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.cases.actions.relocating import must_be_in_time
from plein.cases.new_place import NewPlace
from plein.kernel.postcodes import read_postcode, write_span
from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality
from plein.web.fields import DayField
from plein.web.forms import PleinForm

WITHIN, AWAY = "binnen", "andere"


class RelocationForm(PleinForm):
    """Of who goes to another municipality the address is not kept: we do not use it."""

    marks_optional = False

    moves_on = DayField(
        label=gettext_lazy("Op welke dag verhuist u?"),
        help_text=gettext_lazy("Dit kan vanaf 28 dagen ervoor. Bijvoorbeeld: 31-12-2026"),
    )
    where = forms.ChoiceField(
        label=gettext_lazy("Waar gaat u wonen?"),
        widget=forms.RadioSelect,
    )
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"),
        help_text=gettext_lazy("Alleen als u binnen deze gemeente verhuist. Bijvoorbeeld: 7811 AB"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        max_length=10,
        required=False,
    )
    number = forms.CharField(
        label=gettext_lazy("Huisnummer"),
        help_text=gettext_lazy("Alleen als u binnen deze gemeente verhuist. Bijvoorbeeld: 12"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        max_length=5,
        required=False,
    )
    addition = forms.CharField(
        label=gettext_lazy("Toevoeging"),
        help_text=gettext_lazy("Alleen als u die hebt. Bijvoorbeeld: A of 2 hoog"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        max_length=10,
        required=False,
    )
    municipality = forms.CharField(
        label=gettext_lazy("Naam van de andere gemeente"),
        help_text=gettext_lazy("Alleen als u naar een andere gemeente verhuist."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        max_length=60,
        required=False,
    )

    def __init__(self, *args: Any, ours: Municipality, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ours, self.today = ours, today
        self.fields["where"].choices = [  # type: ignore[attr-defined]
            (WITHIN, _("Binnen de gemeente {name}").format(name=ours.name)),
            (AWAY, _("In een andere gemeente")),
        ]

    def clean_moves_on(self) -> date:
        moves_on: date = self.cleaned_data["moves_on"]
        try:
            must_be_in_time(moves_on, self.today)
        except Refusal as refusal:
            raise ValidationError(str(refusal)) from None
        return moves_on

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("where") == WITHIN:
            self._clean_address(given)
        elif given.get("where") == AWAY:
            self._clean_municipality(given)
        return given

    def _clean_address(self, given: dict[str, Any]) -> None:
        try:
            found = read_postcode(given.get("postcode", ""))
            given["postcode"] = write_span(found, found + 1)
        except Refusal:
            self.add_error("postcode", _("Vul uw nieuwe postcode in. Bijvoorbeeld: 7811 AB"))
        if not given.get("number", "").isdecimal():
            self.add_error("number", _("Vul uw huisnummer in met cijfers. Bijvoorbeeld: 12"))

    def _clean_municipality(self, given: dict[str, Any]) -> None:
        name = given.get("municipality", "")
        given["municipality"] = name[len("gemeente ") :] if _names_it(name) else name
        if not given["municipality"]:
            words = _("Vul de naam van uw nieuwe gemeente in. Bijvoorbeeld: Utrecht")
            self.add_error("municipality", words)
        elif given["municipality"].lower() == self.ours.name.lower():
            words = _("Dit is uw gemeente van nu. Kies hierboven: binnen de gemeente {name}.")
            self.add_error("municipality", words.format(name=self.ours.name))

    @property
    def place(self) -> NewPlace:
        given = self.cleaned_data
        if given["where"] == AWAY:
            return NewPlace(municipality=given["municipality"])
        number = f"{given['number']} {given['addition']}".strip()
        return NewPlace(given["postcode"], number)


def _names_it(name: str) -> bool:
    return name.lower().startswith("gemeente ")
