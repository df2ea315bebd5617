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
class Cast:
    municipalities: dict[str, str]  # slug: name
    people: tuple[Person, ...]

    def __getitem__(self, key: str) -> Person:
        return next(person for person in self.people if person.key == key)

    def by_municipality(self, *, first: str) -> list[tuple[str, list[Person]]]:
        """The names of the municipalities with their people, this one first."""
        slugs = sorted(self.municipalities, key=lambda slug: slug != first)
        return [(self.municipalities[slug], self._people_of(slug)) for slug in slugs]

    def _people_of(self, slug: str) -> list[Person]:
        return [person for person in self.people if person.municipality == slug]


@cache
def load_cast() -> Cast:
    found = yaml.load(Path(__file__).with_name("cast.yaml").read_text(), yaml.CSafeLoader)
    return Cast(found["municipalities"], tuple(_person(one) for one in found["people"]))


def _person(entry: dict[str, Any]) -> Person:
    return Person(**entry | {"bsn": Bsn(entry["bsn"])})
