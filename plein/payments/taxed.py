"""The benefit of a year as the tax office counts it: what was paid, with the tax on top of it.

The municipality pays that tax (Wet op de loonbelasting 1964 art. 31). Each month goes from net to
gross as the monthly table does; what came beside the months, at the rate of that income.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plein.payments.yearly import Year
from plein.rules.of_municipality import Rules

GROSS = "bijstand_bruto_per_jaar"
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Taxed:
    """Of one person, in cents that are whole euros. A couple each has half of the benefit."""

    gross: int
    tax: int
    is_half: bool


def taxed(found: Year, rules: Rules, *, adults: int) -> Taxed:
    net = Decimal(found.net) / 100 / adults
    months = [Decimal(cents) / 100 / adults for cents in found.months]
    gross = _gross_of(rules, months, net - sum(months), date(found.year, 1, 1))
    whole = round(gross) * 100
    return Taxed(whole, max(0, round(gross - net) * 100), is_half=adults > 1)


def _gross_of(rules: Rules, months: Sequence[Decimal], beside: Decimal, on: date) -> Decimal:
    def of_year(net: Decimal) -> Decimal:
        return Decimal(str(rules.calculate([GROSS], {"bijstand_per_jaar": net}, on)[GROSS]))

    each = {net: of_year(net * MONTHS) / MONTHS for net in set(months)}
    usual = sum(months, Decimal(0)) / len(months) * MONTHS if months else Decimal(0)
    whole = sum((each[net] for net in months), Decimal(0))
    return whole + of_year(max(Decimal(0), usual + beside)) - of_year(usual)
