"""From what the vault holds to what a verklaring says: flat values and derived answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plein.kernel.sd_jwt.disclosures import Claim, is_flat
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Kind
from plein.vault.credentials.types import CredentialType
from plein.vault.derived import answer
from plein.vault.models import Mode
from plein.vault.readings import Reading

IN_DOUBT = {"betwist", "in_onderzoek"}


@dataclass(frozen=True, slots=True, repr=False)
class Offer:
    """What can be signed today, and until when all of it stays true."""

    claims: dict[str, Claim]
    until: date  # not in it

    @property
    def last_day(self) -> date:
        return self.until - timedelta(days=1)


def offer_of(
    kind: CredentialType, readings: Iterable[Reading], *, day: date, place: str
) -> Offer | None:
    """None when there is nothing to say of what the verklaring is about.

    A verklaring ends on the first day on which one of its answers would be another.
    """
    certain = {reading.element.key: reading.value for reading in readings if _is_certain(reading)}
    claims = _claims(kind, certain, day, place)
    if kind.heart not in claims:
        return None
    days = (day + timedelta(days=number) for number in range(1, kind.days))
    ends = (
        later for later in days if not claims.keys() <= _claims(kind, certain, later, place).keys()
    )
    return Offer(claims, next(ends, day + timedelta(days=kind.days)))


def _claims(
    kind: CredentialType, certain: Mapping[str, Any], day: date, place: str
) -> dict[str, Claim]:
    found = {key: _claim(key, certain, day, place) for key in kind.all_claims}
    return {key: value for key, value in found.items() if value is not None}


def _is_certain(reading: Reading) -> bool:
    """From a source: the municipality does not sign for what somebody says of themselves."""
    return reading.mode != Mode.STATEMENT and not IN_DOUBT & set(reading.marks)


def _claim(key: str, values: Mapping[str, Any], day: date, place: str) -> Claim | None:
    element = catalogue().elements.get(key)
    if element is None:  # only a yes: under the words "Geldig: ja" a no is easily misread
        return answer(key, values, day=day, place=place) or None
    value = values.get(key)
    if element.kind == Kind.MONEY and isinstance(value, int):
        return _euros(value)
    return value if is_flat(value) else None


def _euros(cents: int) -> str:
    """Whole cents as a text, because a JSON number is rounded somewhere: `1482.00`."""
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d}"
