"""What each meter costs, from which month on: in a file of the installation, or the example."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings
from pydantic import BaseModel, ConfigDict, Field, model_validator

from plein.metering.meters import Meter

EXAMPLE = Path(__file__).with_name("tariff.yaml")


class Price(BaseModel):
    """So many cents for so many, by the first month in which they hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    per: int = Field(gt=0)
    cents: dict[date, int]

    def on(self, month: date) -> int | None:
        """None before the first price: what was used then costs nothing."""
        begun = [since for since in self.cents if since <= month]
        return self.cents[max(begun)] if begun else None

    def amount(self, count: int, month: date) -> int | None:
        """In whole cents, half a cent up."""
        cents = self.on(month)
        return None if cents is None else (2 * count * cents + self.per) // (2 * self.per)


class Tariff(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    is_example: bool = False
    prices: dict[Meter, Price]

    @model_validator(mode="after")
    def prices_every_meter(self) -> "Tariff":
        if missing := [meter.value for meter in Meter if meter not in self.prices]:
            raise ValueError(f"no price for {', '.join(missing)}; write 0 for what costs nothing")
        return self


@cache
def tariff() -> Tariff:
    """Raises pydantic's `ValidationError`, which names the part that is wrong."""
    return read_tariff(Path(settings.TARIFF or EXAMPLE))


def read_tariff(file: Path) -> Tariff:
    return Tariff.model_validate(yaml.safe_load(file.read_text()))
