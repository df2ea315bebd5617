"""What narrows the list of cases, and the name under which it is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.cases.offered import case_types_known
from plein.cases.worklist import Choice, Narrowing
from plein.journeys.phases import OPEN, Phase
from plein.web.forms import PleinForm

ANY = ("", _("Maakt niet uit"))
WHOSE = [
    (Choice.MINE, _("Van mij")),
    (Choice.NEW, _("Van nog niemand")),
    (Choice.ALL, _("Van iedereen")),
    (Choice.WAITING, _("Wacht op iemand anders")),
    (Choice.LATE, _("Te laat")),
    (Choice.SECOND_LOOK, _("Wacht op uw tweede blik")),
    (Choice.BY_HAND, _("Met de hand te doen")),
]
COLOURS = {"rood": _("rood"), "oranje": _("oranje"), "groen": _("groen")}
LONGEST = 40  # characters


class NarrowForm(PleinForm):
    """Sent by GET: the address is the list, so its fields have the names of an address."""

    kies = forms.ChoiceField(label=_("Van wie?"), choices=WHOSE)
    soort = forms.ChoiceField(label=_("Welke aanvraag?"), required=False)
    fase = forms.ChoiceField(
        label=_("Hoe ver?"),
        choices=[ANY, *((each.value, each.label) for each in Phase if each in OPEN)],
        required=False,
    )
    stoplicht = forms.ChoiceField(
        label=_("Stoplicht"), choices=[ANY, *COLOURS.items()], required=False
    )

    def __init__(self, wanted: Narrowing, **kwargs: Any) -> None:
        super().__init__(initial=wanted.as_dict(), auto_id="id_narrow_%s", **kwargs)
        types = [(each.key, str(each)) for each in case_types_known()]
        self.fields["soort"].choices = [ANY, *types]  # type: ignore[attr-defined]


class KeepForm(PleinForm):
    name = forms.CharField(
        label=_("Bewaar deze lijst onder een naam"),
        max_length=LONGEST,
        error_messages={"required": _("Geef de lijst een naam. Bijvoorbeeld: Schulden, rood")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
