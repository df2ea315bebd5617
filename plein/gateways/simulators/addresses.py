"""The addresses of the demo, and where they are."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from plein.gateways.locatieserver.address import Address
from plein.kernel.geo import Point


@dataclass(frozen=True, slots=True)
class Known:
    street: str
    number: str
    postcode: str
    town: str
    point: Point

    @property
    def door(self) -> str:
        return f"{self.street} {self.number}"

    @property
    def address(self) -> Address:
        return Address(self.postcode, self.number)


@cache
def known_addresses() -> tuple[Known, ...]:
    rows = yaml.safe_load(Path(__file__).with_name("addresses.yaml").read_text())["addresses"]
    return tuple(Known(point=Point(*row.pop("at")), **row) for row in rows)
