"""What a recipient wants to ask, for one bundle of the catalogue."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.vault.actions.recipients import UsePlan
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Bundle
from plein.vault.models import UseKind
from plein.web.fields import DayField
from plein.web.forms import PleinForm

TWO_LINES = {"rows": 2}


class UseForm(PleinForm):
    """The fields of `UsePlan`; the elements that may be left out are those of the bundle."""

    title = forms.CharField(
        label=gettext_lazy("Maak de zin af: om …"),
        help_text=gettext_lazy("Zo leest de inwoner het. Bijvoorbeeld: u te helpen met schulden"),
        max_length=120,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Waarom deelt de inwoner dit?"),
        choices=UseKind.choices,
        widget=forms.RadioSelect,
    )
    basis = forms.ChoiceField(label=gettext_lazy("Grondslag"))
    own_interest = forms.BooleanField(
        label=gettext_lazy("De inwoner heeft er zelf iets aan"),
        help_text=gettext_lazy("Alleen bij toestemming. Alle drie moeten waar zijn."),
        required=False,
    )
    no_disadvantage = forms.BooleanField(
        label=gettext_lazy("Nee zeggen heeft geen nadeel"), required=False
    )
    other_way = forms.BooleanField(
        label=gettext_lazy("Het kan ook op een andere manier"), required=False
    )
    optional = forms.MultipleChoiceField(
        label=gettext_lazy("Wat mag de inwoner weglaten?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    if_refused = forms.CharField(
        label=gettext_lazy("Wat gebeurt er als de inwoner nee zegt?"),
        widget=forms.Textarea(attrs=TWO_LINES),
        max_length=300,
    )
    may_keep = forms.CharField(
        label=gettext_lazy("Wat mag de organisatie bewaren als de inwoner stopt?"),
        help_text=gettext_lazy("Met de wet en tot wanneer. Leeg: niets."),
        widget=forms.Textarea(attrs=TWO_LINES),
        max_length=300,
        required=False,
    )
    most_days = forms.IntegerField(
        label=gettext_lazy("Hoeveel dagen hoogstens?"),
        min_value=1,
        max_value=365,
        initial=365,
        error_messages={
            "min_value": gettext_lazy("Vul minstens 1 dag in."),
            "max_value": gettext_lazy("Langer dan 365 dagen mag niet."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "utrecht-textbox--short"}),
    )
    why_raw = forms.CharField(
        label=gettext_lazy("Waarom is een ja of nee niet genoeg?"),
        help_text=gettext_lazy("Alleen als wij erom vragen."),
        widget=forms.Textarea(attrs=TWO_LINES),
        max_length=300,
        required=False,
    )
    dpia = forms.CharField(
        label=gettext_lazy("Waar staat de DPIA?"),
        help_text=gettext_lazy("Het nummer of de map van het onderzoek naar de risico’s."),
        max_length=120,
    )
    review_on = DayField(label=gettext_lazy("Wanneer kijken wij er opnieuw naar?"))

    def __init__(self, bundle: Bundle, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        found = catalogue()
        bases = [("", _("Kies een grondslag"))]
        bases += [(key, basis.law) for key, basis in found.bases.items()]
        self._choose("basis", bases)
        self._choose("optional", [(key, found.words(key)) for key in bundle.elements])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = choices

    def clean_review_on(self) -> date:
        day: date = self.cleaned_data["review_on"]
        if day <= self._today:
            raise ValidationError(_("Kies een dag die nog moet komen."))
        return day

    def plan(self, bundle: str) -> UsePlan:
        given = self.cleaned_data | {"kind": UseKind(self.cleaned_data["kind"])}
        return UsePlan(bundle=bundle, **given)
