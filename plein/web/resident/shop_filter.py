"""What stands beside the products: the choices, and how many there are of each."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.webshop.models import Category, Fulfilment
from plein.webshop.queries.searching import SORTS, Found, Wanted, counts

_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PRICES = (1_000, 2_500, 5_000, 10_000, 25_000)  # cents, to choose from
SORT_WORDS = [
    ("naam", _("Naam")),
    ("prijs", _("Laagste prijs")),
    ("prijs-af", _("Hoogste prijs")),
    ("nieuw", _("Nieuw")),
]


@dataclass(frozen=True, slots=True)
class Option:
    value: object
    label: str | Promise
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Check boxes of one kind; `name` is what the address calls them."""

    name: str
    title: str | Promise
    options: list[Option]


def wanted_in(asked: QueryDict, most: int) -> Wanted:
    """Read the address; what nobody could have chosen is left out."""
    price, sort = asked.get("tot", ""), asked.get("sorteer", "")
    return Wanted(
        words=asked.get("zoek", "").replace("\0", "").strip()[:100],
        categories=[value for value in asked.getlist("soort") if value in Category],
        ways=[value for value in asked.getlist("hoe") if value in Fulfilment],
        providers=[UUID(value) for value in asked.getlist("winkel") if _KEY.fullmatch(value)],
        places=[value for value in asked.getlist("plaats") if value and "\0" not in value],
        most=most if asked.get("past") else None,
        price=int(price) * 100 if price.isdecimal() and int(price) * 100 in PRICES else None,
        sort=sort if sort in SORTS else "naam",
    )


def map_url(asked: QueryDict, wanted: Wanted) -> str:
    """The same choices, beside a map; with the words as they were understood."""
    query = asked.copy()
    query.pop("pagina", None)
    if wanted.words:
        query["zoek"] = wanted.words
    return f"{reverse('shop-map')}?{query.urlencode()}"


def groups(rows: list[Found], wanted: Wanted) -> list[Group]:
    """Only what there is, and what was chosen; a group with one choice is no choice."""
    by_name = sorted(rows, key=lambda row: row.name.lower())
    labels: dict[str, Mapping[Any, str | Promise]] = {
        "category": {each.value: each.label for each in Category},
        "way": {each.value: each.label for each in Fulfilment},
        "place": {row.place: row.place for row in sorted(rows, key=lambda row: row.place)},
        "provider": {row.provider: row.name for row in by_name},
    }
    made = [
        _group(name, title, labels[of], counts(rows, wanted, of), chosen)
        for of, name, title, chosen in (
            ("category", "soort", _("Soort"), wanted.categories),
            ("way", "hoe", _("Hoe krijgt u het?"), wanted.ways),
            ("place", "plaats", _("Waar?"), wanted.places),
            ("provider", "winkel", _("Winkel of club"), wanted.providers),
        )
    ]
    return [
        group for group in made if len(group.options) > 1 or any(o.chosen for o in group.options)
    ]


def _group(
    name: str,
    title: str | Promise,
    labels: Mapping[Any, str | Promise],
    numbers: Counter[object],
    chosen: Collection[object],
) -> Group:
    options = [
        Option(value, label, numbers[value], value in chosen)
        for value, label in labels.items()
        if numbers[value] or value in chosen
    ]
    return Group(name, title, options)
