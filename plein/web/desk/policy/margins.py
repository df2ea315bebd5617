"""The margins of invented households as fields, and back again as the population takes them."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from plein.policy.invented import Margins
from plein.policy.kinds import KINDS
from plein.regelingen.library import rule_book
from plein.web.desk.norm_fields import number_field
from plein.web.desk.policy.words import KIND_WORDS

EVERYBODY = 100  # per cent


@dataclass(frozen=True)
class Margin:
    """One figure among the margins, by the keys that lead to it. A share is shown in per cent."""

    path: tuple[str, ...]
    label: str
    value: float
    is_share: bool
    highest: int

    @property
    def name(self) -> str:
        return "marge-" + "-".join(self.path)

    @property
    def is_part_of_all(self) -> bool:
        """Whether it is one of those that make up all households."""
        return self.path[0] == "kinds" and self.path[-1] == "share"

    @property
    def shown(self) -> str:
        figure = Decimal(str(self.value)) * (EVERYBODY if self.is_share else 1)
        return f"{figure.normalize():f}".replace(".", ",")

    def field(self) -> forms.Field:
        return number_field(label=self.label, initial=self.shown, highest=Decimal(self.highest))

    def read(self, given: Decimal) -> float:
        return float(given / EVERYBODY if self.is_share else given)


def margins_for(given: Margins) -> Iterator[Margin]:
    """With the `facts` of the topic among them."""
    for kind in KINDS:
        own, word = given["kinds"][kind], KIND_WORDS[kind]
        yield _share(("kinds", kind, "share"), _named(_("{kind}: aandeel (%)"), word), own)
        yield _share(("kinds", kind, "works"), _named(_("{kind}: werkt (%)"), word), own)
        wage = _named(_("{kind}: gemiddeld loon per maand, bruto (euro)"), word)
        yield _euros(("kinds", kind, "wage"), wage, own)
    yield _share(("other_benefit_share",), _("Heeft een uitkering, van wie niet werkt (%)"), given)
    yield _euros(("assets",), _("Gemiddeld bezit (euro)"), given)
    yield _share(("rents",), _("Huurt een woning (%)"), given)
    for fact, draw in given["facts"].items():
        yield from _of_fact(fact, rule_book().facts[fact].label, draw)


def _of_fact(fact: str, label: str, draw: Mapping[str, float]) -> Iterator[Margin]:
    if "above_income" in draw:
        words = _("Zo veel hoger was het inkomen vroeger, ongeveer (% van de norm)")
        yield _share(("facts", fact, "above_income"), words, draw)
    else:
        has, mean = _("Aandeel met: {fact} (%)"), _("Gemiddeld: {fact} (euro)")
        yield _share(("facts", fact, "share"), has.format(fact=label), draw)
        yield _euros(("facts", fact, "mean"), mean.format(fact=label), draw)


def _named(words: str, kind: object) -> str:
    return words.format(kind=str(kind).capitalize())


def _share(path: tuple[str, ...], label: str, own: Mapping[str, Any]) -> Margin:
    return Margin(path, label, own[path[-1]], True, EVERYBODY)


def _euros(path: tuple[str, ...], label: str, own: Mapping[str, Any]) -> Margin:
    return Margin(path, label, own[path[-1]], False, 1_000_000)


def as_margins(
    given: Margins, fields: Sequence[Margin], filled_in: Mapping[str, Any]
) -> dict[str, Any]:
    """A copy of the margins with what was filled in."""
    margins = deepcopy(dict(given))
    for margin in fields:
        place = margins
        for key in margin.path[:-1]:
            place = place[key]
        place[margin.path[-1]] = margin.read(filled_in[margin.name])
    return margins
