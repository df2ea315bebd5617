"""One registered income (Algemene wet inzake rijksbelastingen art. 21)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from plein.gateways.shape import Burgerservicenummer, Shape, Year

_CENTS = 100
_MOST_EUROS = 10**10


class Status(StrEnum):
    """`voorlopig`: no assessment yet. `in_onderzoek`: somebody reported that it is wrong."""

    VASTGESTELD = "vastgesteld"
    VOORLOPIG = "voorlopig"
    IN_ONDERZOEK = "in_onderzoek"


class GeregistreerdInkomen(Shape):
    """The register knows whole euros; below zero is possible."""

    belastingjaar: Year
    bedrag: Annotated[int, Field(ge=-_MOST_EUROS, le=_MOST_EUROS)] | None = None
    status: Status

    @property
    def bedrag_cents(self) -> int | None:
        return None if self.bedrag is None else self.bedrag * _CENTS


class Inkomens(Shape):
    """`geannuleerd`: the resident stopped, and nothing was shared."""

    burgerservicenummer: Burgerservicenummer
    geannuleerd: bool = False
    inkomens: Annotated[tuple[GeregistreerdInkomen, ...], Field(max_length=20)] = ()

    @property
    def latest(self) -> GeregistreerdInkomen | None:
        return max(self.inkomens, key=lambda one: one.belastingjaar, default=None)
