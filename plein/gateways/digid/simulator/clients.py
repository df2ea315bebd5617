"""The municipalities that may send residents here."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc.jwk import KeySet

from plein.gateways.digid.back_channel import call
from plein.gateways.digid.simulator import settings

_TIMEOUT_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """`municipality` is a slug of the cast; the keys stand here or at `jwks_uri`."""

    redirect_uris: list[str]
    municipality: str = ""
    jwks: dict[str, Any] | None = None
    jwks_uri: str = ""

    def keys(self) -> KeySet:
        """Read anew each time, so that a key that was replaced is found."""
        found = self.jwks or call("GET", self.jwks_uri, timeout=_TIMEOUT_SECONDS).json()
        return KeySet.import_key_set(found)  # type: ignore[arg-type]


def find_client(client_id: str) -> Client | None:
    """Registered as JSON: {client_id: {redirect_uris, municipality, jwks or jwks_uri}}."""
    text = settings.DIGID_CLIENTS
    if not text.lstrip().startswith("{"):
        text = Path(text).read_text()
    entry = json.loads(text).get(client_id)
    return None if entry is None else Client(**entry)
