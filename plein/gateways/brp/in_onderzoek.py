"""Which fields the registrar has under investigation: they may be wrong (Wet BRP art. 2.6)."""

from typing import Annotated

from pydantic import BeforeValidator


def _read(found: object) -> frozenset[str]:
    """Of `{"datumVan": true, "datumIngangOnderzoek": {...}}` the names that are true."""
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return frozenset(str(name)[:60] for name, value in found.items() if value is True)


InOnderzoek = Annotated[frozenset[str], BeforeValidator(_read)]
