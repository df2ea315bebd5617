"""An amount of a budget as its scheme shows it: every page of residents asks here."""

from django.utils.translation import ngettext

from plein.kernel.money import euros
from plein.webshop.models import Scheme


def amount_words(cents: int, scheme: Scheme | None) -> str:
    """Points where the scheme counts in them, else euros; None for money that is of no scheme."""
    if scheme is None or not scheme.cents_per_point:
        return euros(cents)
    points = cents / scheme.cents_per_point
    words = f"{points:.1f}".removesuffix(".0").replace(".", ",")
    unit = ngettext("punt", "punten", 1 if abs(points) == 1 else 2)
    return f"{words} {unit}"
