"""The statement of a month: what was used, for what price. Pure, from rows and a tariff."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plein.metering.meters import Meter
from plein.metering.tariff import Tariff

Counts = Mapping[Meter, int]


@dataclass(frozen=True, slots=True)
class Line:
    """`count` is None for a meter that did not exist yet; the rest is None where no price was."""

    meter: Meter
    count: int | None
    per: int
    price: int | None  # cents for so many
    cents: int | None


@dataclass(frozen=True, slots=True)
class Statement:
    month: date
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        return sum(line.cents or 0 for line in self.lines)


def statement_of(month: date, counts: Counts, tariff: Tariff) -> Statement:
    return Statement(month, tuple(_line(month, meter, counts, tariff) for meter in Meter))


def _line(month: date, meter: Meter, counts: Counts, tariff: Tariff) -> Line:
    price, count = tariff.prices[meter], counts.get(meter)
    cents = None if count is None else price.amount(count, month)
    return Line(meter, count, price.per, price.on(month), cents)
