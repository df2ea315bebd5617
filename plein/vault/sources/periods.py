"""Amounts per week, four weeks or quarter, as an amount per month."""

from decimal import ROUND_HALF_UP, Decimal

# CdUitkeringsperiode of SuwiML: how many of these go in a month.
_PER_MONTH = {
    "2": Decimal(52) / 12,
    "4": Decimal(13) / 12,
    "6": Decimal(1),
    "7": Decimal(1) / 3,
    "8": Decimal(1) / 12,
}


def per_month(cents: int | None, period: str | None) -> int | None:
    """Cents a month, rounded to the cent; None for a period we do not know."""
    if cents is None or period not in _PER_MONTH:
        return None
    return int((cents * _PER_MONTH[period]).quantize(Decimal(1), ROUND_HALF_UP))
