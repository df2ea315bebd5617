"""A value in words for people: amounts, days, yes or no, and what stands inside a list."""

from collections.abc import Iterator
from datetime import date

from django.utils import formats
from django.utils.translation import gettext as _

from plein.kernel.money import euros
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element, Kind
from plein.vault.readings import Json

_SHAPES = {1: "Y", 2: "F Y", 3: "j E Y"}  # of a date that is known to the year, month or day
_LAST = 3  # digits of a number that may be shown


def lines(element: Element, value: Json) -> list[str]:
    """One line, or one for each item of a list; none when there is nothing."""
    if value in (None, "", [], {}):
        return []
    if element.kind == Kind.LIST or isinstance(value, list):
        return [_item(each) for each in value if each]
    if element.kind == Kind.ADDRESS:
        return [address(value)]
    if isinstance(value, dict):
        return [_item(value)]
    if catalogue().care_of(element).masked:
        return [masked(str(value))]
    return [worded(element.key, element.kind, value)]


def worded(key: str, kind: Kind, value: Json) -> str:
    """A single value: € 148,20, 12 april 2009, ja, or the words of a code."""
    match kind:
        case Kind.MONEY:
            return euros(value)
        case Kind.BOOL:
            return _("ja") if value else _("nee")
        case Kind.DATE:
            return partial_date(str(value))
        case _:
            return catalogue().codes.get(key, {}).get(str(value), str(value))


def partial_date(text: str) -> str:
    """`2009-04-12` as 12 april 2009, `2009-04` as april 2009, `2009` as it is."""
    parts = [int(part) for part in text.split("-")]
    whole = date(*[*parts, 1, 1][:3])
    return formats.date_format(whole, _SHAPES[len(parts)])


def address(value: dict[str, Json]) -> str:
    street = " ".join(str(value[key]) for key in ("straat", "huisnummer") if value.get(key))
    place = " ".join(str(value[key]) for key in ("postcode", "woonplaats") if value.get(key))
    return ", ".join(part for part in (street, place, value.get("land", "")) if part)


def masked(number: str) -> str:
    return "•" * (len(number) - _LAST) + number[-_LAST:]


def _item(value: Json) -> str:
    if not isinstance(value, dict):
        return str(value)
    return ", ".join(_parts(value))


def _parts(value: dict[str, Json]) -> Iterator[str]:
    """In the order of the catalogue: names as they are, the rest with the word for what it is."""
    for key, part in catalogue().parts.items():
        if value.get(key) is None:
            continue
        text = worded(key, part.kind, value[key])
        yield text if part.kind == Kind.STRING else f"{part.nl.lower()} {text}"
