"""The norms of a verordening as fields: what would they be, and for how many households."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.rules.norms import Dated, Norm
from plein.web.forms import PleinForm

SIZES = (10_000, 50_000, 100_000)
HIGHEST = Decimal(100_000)
ALWAYS = date(2000, 1, 1)


class PolicyForm(PleinForm):
    """`norms` are those of now; a field of the form has the name of its norm."""

    marks_optional = False

    size = forms.TypedChoiceField(
        label=_("Voor hoeveel huishoudens?"),
        choices=[(size, f"{size:_}".replace("_", ".")) for size in SIZES],
        coerce=int,
        initial=SIZES[1],
    )

    def __init__(self, *args: Any, norms: dict[str, Norm], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.norms = norms
        for name, norm in norms.items():
            self.add_field(name, _field(norm))

    def now(self) -> list[Norm]:
        """What the place set; what it did not set is as it was filled in."""
        return [norm if norm.values else self._filled_in(name) for name, norm in self.norms.items()]

    def then(self) -> list[Norm]:
        return [self._filled_in(name) for name in self.norms]

    def _filled_in(self, name: str) -> Norm:
        norm, value = self.norms[name], Decimal(self.cleaned_data[name])
        figure = value / 100 if norm.unit == "deel" else value
        return replace(norm, values=(Dated(ALWAYS, figure, ("ingevuld",)),))


def _field(norm: Norm) -> forms.Field:
    is_share = norm.unit == "deel"
    return forms.DecimalField(
        label=f"{norm.name.replace('_', ' ').capitalize()} ({'%' if is_share else norm.unit})",
        initial=_initial(norm),
        min_value=Decimal(0),
        max_value=HIGHEST,
        decimal_places=2,
        localize=False,
        error_messages={
            "invalid": _("Vul een getal in met cijfers. Bijvoorbeeld: 120"),
            "min_value": _("Vul 0 of meer in."),
            "max_value": _("Vul een lager getal in."),
        },
    )


def _initial(norm: Norm) -> str:
    if not norm.values:
        return ""
    value = cast(Decimal, norm.values[-1].value)
    return f"{(value * 100 if norm.unit == 'deel' else value).normalize():f}"
