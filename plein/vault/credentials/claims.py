"""From what the vault holds to what a verklaring says: flat values and derived answers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from plein.kernel.sd_jwt.disclosures import Claim, is_flat
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Kind
from plein.vault.credentials.types import CredentialType
from plein.vault.derived import answer
from plein.vault.models import Mode
from plein.vault.readings import Reading

IN_DOUBT = {"betwist", "in_onderzoek"}


def claims_of(
    kind: CredentialType, readings: Iterable[Reading], *, day: date, place: str
) -> dict[str, Claim]:
    """What can be said with certainty; what is unknown or in doubt is left out."""
    certain = {reading.element.key: reading.value for reading in readings if _is_certain(reading)}
    found = {key: _claim(key, certain, day, place) for key in kind.all_claims}
    return {key: value for key, value in found.items() if value is not None}


def _is_certain(reading: Reading) -> bool:
    """From a source: the municipality does not sign for what somebody says of themselves."""
    return reading.mode != Mode.STATEMENT and not IN_DOUBT & set(reading.marks)


def _claim(key: str, values: Mapping[str, Any], day: date, place: str) -> Claim | None:
    element = catalogue().elements.get(key)
    if element is None:
        return answer(key, values, day=day, place=place)
    value = values.get(key)
    if element.kind == Kind.MONEY and isinstance(value, int):
        return _euros(value)
    return value if is_flat(value) else None


def _euros(cents: int) -> str:
    """Whole cents as a text, because a JSON number is rounded somewhere: `1482.00`."""
    whole, rest = divmod(cents, 100)
    return f"{whole}.{rest:02d}"
