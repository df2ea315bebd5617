"""The catalogue: every element that the vault can hold, and why anybody may use it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from plein.vault.catalogue.types import (
    About,
    Ask,
    Basis,
    Bundle,
    Derived,
    Element,
    Group,
    Part,
    PartsForm,
    PurposeOfUse,
    Sensitivity,
    Source,
)

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything by its key."""

    elements: dict[str, Element]
    derived: dict[str, Derived]
    bundles: dict[str, Bundle]
    bases: dict[str, Basis]
    sensitivity: dict[str, Sensitivity]
    sources: dict[str, Source]
    purposes: dict[str, PurposeOfUse]
    parts: dict[str, Part]
    codes: dict[str, dict[str, str]]
    forms: dict[str, PartsForm]

    def words(self, key: str) -> str:
        """What residents call this element or answer."""
        found = self.elements.get(key) or self.derived.get(key)
        return found.nl if found else key

    def of_group(self, group: Group) -> list[Element]:
        return [element for element in self.elements.values() if element.group == group]

    def of_source(self, via: str, source: str | None = None) -> list[Element]:
        """What comes through this connector, perhaps from one keeper only."""
        return [
            element
            for element in self.elements.values()
            if element.via == via and source in (None, element.source)
        ]

    def source_of(self, element: Element) -> Source:
        return self.sources[element.source]

    def keepers(self, answer: str) -> list[str]:
        """Whose data a derived answer follows from."""
        under = (self.elements[key] for key in self.derived[answer].sources)
        return list(dict.fromkeys(self.source_of(element).nl for element in under))

    def care_of(self, element: Element) -> Sensitivity:
        return self.sensitivity[element.sensitivity]

    def raw_elements(self, keys: Iterable[str]) -> set[str]:
        """The elements that must be opened to answer these: derived ones by what they need."""
        needed: set[str] = set()
        for key in keys:
            needed |= set(self.derived[key].sources) if key in self.derived else {key}
        return needed

    def as_element(self, key: str) -> Element:
        """A derived answer in the shape of an element, and of the source of what lies under it.

        It asks no care: a yes or no tells less than the values it comes from.
        """
        derived = self.derived[key]
        under = self.elements[derived.sources[0]]
        said = {"key": key, "nl": derived.nl, "kind": derived.kind, "sensitivity": "gewoon"}
        return under.model_copy(update=said | {"about": About.SELF, "ask": Ask.NEVER})

    def told_by(self, key: str) -> list[str]:
        """This element, and every answer that follows from it."""
        return [key, *(name for name, answer in self.derived.items() if key in answer.sources)]

    def asks(self, bundle: Bundle) -> Counter[Ask]:
        """How much of a bundle is never asked, only confirmed, or asked."""
        return Counter(self.elements[key].ask for key in bundle.elements if key in self.elements)


@cache
def catalogue() -> Catalogue:
    """Read from the files beside this one. Raises `pydantic.ValidationError` on a wrong line."""
    bases, bundles, parts = _read("bases"), _read("bundles"), _read("parts")
    elements = [Element.model_validate(line) for line in _read("elements")]
    return Catalogue(
        elements={element.key: element for element in elements},
        derived=_all(Derived, bundles["derived"]),
        bundles=_all(Bundle, bundles["bundles"]),
        bases=_all(Basis, bases["bases"]),
        sensitivity=_all(Sensitivity, bases["sensitivity"]),
        sources=_all(Source, bases["sources"]),
        purposes=_all(PurposeOfUse, _read("purposes")),
        parts=_all(Part, parts["parts"]),
        codes=parts["codes"],
        forms=_all(PartsForm, parts["forms"]),
    )


def _all(kind: Any, lines: dict[str, Any]) -> dict[str, Any]:
    return {key: kind.model_validate(line) for key, line in lines.items()}


def _read(name: str) -> Any:
    return yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
