"""An amount of a budget as its scheme shows it: every page of residents asks here."""

from django.utils.translation import ngettext

from plein.kernel.money import euros
from plein.webshop.models import Scheme

ONE = 10  # tenths


def amount_words(cents: int, scheme: Scheme | None) -> str:
    """Points where the scheme counts in them, else euros; None for money that is of no scheme."""
    if scheme is None or not scheme.cents_per_point:
        return euros(cents)
    tenths = (20 * abs(cents) + scheme.cents_per_point) // (2 * scheme.cents_per_point)
    whole, tenth = divmod(tenths, 10)
    words = ("-" if cents < 0 else "") + str(whole) + (f",{tenth}" if tenth else "")
    return f"{words} {ngettext('punt', 'punten', 1 if tenths == ONE else 2)}"
