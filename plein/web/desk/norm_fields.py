"""A norm as a field: a share as a percentage, a choice as yes or no, the others as a number."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plein.rules.norms import Norm
from plein.rules.refusals import NormMissing

HIGHEST = Decimal(100_000)
HIGHEST_IN_LAW, DECIMALS_IN_LAW = Decimal(1_000_000), 6
SHARE, CHOICE = "deel", "keuze"
YES_NO = (("", "-"), ("1", _("ja")), ("0", _("nee")))


def norm_field(
    norm: Norm, now: Decimal | None, *, required: bool = True, is_exact: bool = False
) -> forms.Field:
    """`now` is the figure that holds, as the rules have it; `is_exact` as the law writes some."""
    if norm.unit == CHOICE:
        return forms.TypedChoiceField(
            label=words_of(norm),
            initial="" if now is None else f"{now:.0f}",
            choices=YES_NO,
            coerce=Decimal,
            empty_value=None,
            required=required,
        )
    return number_field(
        label=f"{words_of(norm)} ({'%' if norm.unit == SHARE else norm.unit})",
        help_text=norm.note.capitalize(),
        initial=as_filled_in(norm, now),
        required=required,
        highest=HIGHEST_IN_LAW if is_exact else HIGHEST,
        decimals=DECIMALS_IN_LAW if is_exact else 2,
    )


def number_field(
    *, highest: Decimal = HIGHEST, decimals: int = 2, **given: Any
) -> forms.DecimalField:
    """With a comma or a point, as people type it."""
    return forms.DecimalField(
        **given,
        localize=True,
        min_value=Decimal(0),
        max_value=highest,
        decimal_places=decimals,
        error_messages={
            "invalid": _("Vul een getal in met cijfers. Bijvoorbeeld: 120"),
            "min_value": _("Vul 0 of meer in."),
            "max_value": _("Vul een lager getal in."),
            "max_decimal_places": _("Vul minder cijfers achter de komma in."),
        },
    )


def figure_on(norm: Norm, day: date) -> Decimal | None:
    """As it is on this day; none where nobody set it, or where it is a table."""
    try:
        value = norm.on(day).value
    except NormMissing:
        return None
    return value if isinstance(value, Decimal) else None


def figure_of(norm: Norm, filled_in: Decimal) -> Decimal:
    """As the rules have it: 120 per cent is 1.20."""
    return filled_in / 100 if norm.unit == SHARE else filled_in


def as_filled_in(norm: Norm, figure: Decimal | None) -> str:
    if figure is None:
        return ""
    return f"{(figure * 100 if norm.unit == SHARE else figure).normalize():f}".replace(".", ",")


def words_of(norm: Norm) -> str:
    return norm.name.replace("_", " ").capitalize()
