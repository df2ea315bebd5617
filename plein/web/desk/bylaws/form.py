"""A verordening as it is proposed: its title, its day and the figures that it sets."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.rules.norms import Norm
from plein.web.desk.norm_fields import figure_of, figure_on, norm_field
from plein.web.fields import DayField
from plein.web.forms import PleinForm

LONGEST_TITLE = 150


class BylawForm(PleinForm):
    """Fields of norms have the name of their norm, and begin as the figure of today."""

    title = forms.CharField(
        label=_("Hoe heet de verordening of beleidsregel?"),
        help_text=_("Zoals bekendgemaakt. Inwoners zien deze naam bij hun bedrag."),
        max_length=LONGEST_TITLE,
    )
    url = forms.URLField(
        label=_("Waar staat de tekst?"),
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Vul een heel adres in. Bijvoorbeeld: https://voorbeeld.nl")},
    )
    since = DayField(label=_("Vanaf welke dag geldt dit?"))

    def __init__(self, *args: Any, norms: Sequence[Norm], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.norms = norms
        for norm in norms:
            self.add_field(norm.name, norm_field(norm, figure_on(norm, today), required=False))

    @property
    def norm_fields(self) -> list[forms.BoundField]:
        return [self[norm.name] for norm in self.norms]

    def figures(self) -> dict[str, Decimal]:
        """What was filled in; what was left empty stays as it is."""
        given = {norm.name: self.cleaned_data[norm.name] for norm in self.norms}
        return {
            norm.name: figure_of(norm, given[norm.name])
            for norm in self.norms
            if given[norm.name] is not None
        }
