"""A norm as a field: a share as a percentage, a choice as yes or no, the others as a number."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.rules.norms import Norm

HIGHEST = Decimal(100_000)
SHARE, CHOICE = "deel", "keuze"
YES_NO = (("", "-"), ("1", _("ja")), ("0", _("nee")))


def norm_field(norm: Norm, now: Decimal | None, *, required: bool = True) -> forms.Field:
    """`now` is the figure that holds, as the rules have it."""
    if norm.unit == CHOICE:
        return forms.TypedChoiceField(
            label=words_of(norm),
            initial="" if now is None else f"{now:.0f}",
            choices=YES_NO,
            coerce=Decimal,
            empty_value=None,
            required=required,
        )
    return forms.DecimalField(
        label=f"{words_of(norm)} ({'%' if norm.unit == SHARE else norm.unit})",
        help_text=norm.note.capitalize(),
        initial=as_filled_in(norm, now),
        required=required,
        localize=True,
        min_value=Decimal(0),
        max_value=HIGHEST,
        decimal_places=2,
        error_messages={
            "invalid": _("Vul een getal in met cijfers. Bijvoorbeeld: 120"),
            "min_value": _("Vul 0 of meer in."),
            "max_value": _("Vul een lager getal in."),
            "max_decimal_places": _("Vul hoogstens 2 cijfers achter de komma in."),
        },
    )


def figure_of(norm: Norm, filled_in: Decimal) -> Decimal:
    """As the rules have it: 120 per cent is 1.20."""
    return filled_in / 100 if norm.unit == SHARE else filled_in


def as_filled_in(norm: Norm, figure: Decimal | None) -> str:
    if figure is None:
        return ""
    return f"{(figure * 100 if norm.unit == SHARE else figure).normalize():f}".replace(".", ",")


def words_of(norm: Norm) -> str:
    return norm.name.replace("_", " ").capitalize()
