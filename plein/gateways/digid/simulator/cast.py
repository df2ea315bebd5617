"""Who plays in the demo: the simulator signs them in, the demo loader gives them a life."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from plein.kernel.bsn import Bsn


@dataclass(frozen=True, slots=True)
class Person:
    key: str
    name: str
    municipality: str  # slug
    description: str
    bsn: Bsn = field(repr=False)


@dataclass(frozen=True, slots=True)
class European:
    """Somebody with an electronic identity of another country, and perhaps a BSN."""

    name: str
    country: str
    description: str
    bsn: Bsn | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cast:
    municipalities: dict[str, str]  # slug: name
    people: tuple[Person, ...]
    europeans: tuple[European, ...]

    def __getitem__(self, key: str) -> Person:
        return next(person for person in self.people if person.key == key)

    def by_municipality(self, *, first: str) -> list[tuple[str, list[Person]]]:
        """The names of the municipalities with their people, this one first."""
        slugs = sorted(self.municipalities, key=lambda slug: slug != first)
        return [(self.municipalities[slug], self._people_of(slug)) for slug in slugs]

    def by_country(self) -> list[tuple[str, list[European]]]:
        names = sorted({each.country for each in self.europeans})
        return [(name, [e for e in self.europeans if e.country == name]) for name in names]

    def _people_of(self, slug: str) -> list[Person]:
        return [person for person in self.people if person.municipality == slug]


@cache
def load_cast() -> Cast:
    found = yaml.load(Path(__file__).with_name("cast.yaml").read_text(), yaml.CSafeLoader)
    return Cast(
        found["municipalities"],
        tuple(_person(one) for one in found["people"]),
        tuple(_european(one) for one in found["europeans"]),
    )


def _european(entry: dict[str, Any]) -> European:
    number = entry.get("bsn")
    return European(**entry | {"bsn": number and Bsn(number)})


def _person(entry: dict[str, Any]) -> Person:
    return Person(**entry | {"bsn": Bsn(entry["bsn"])})
