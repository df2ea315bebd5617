"""The DigiD connection of a municipality: a driver and its settings, the key kept sealed."""

from typing import Any

from plein.gateways.digid.keys import new_signing_key, public_jwks
from plein.gateways.digid.level import Level
from plein.gateways.digid.oidc import OidcClient, OidcSettings
from plein.gateways.digid.types import DigidClient
from plein.kernel.crypto import seal, unseal
from plein.tenants.keys import municipality_key
from plein.tenants.models import Municipality

_PURPOSE = "digid"


def connect_by_oidc(municipality: Municipality, *, issuer: str, client_id: str) -> None:
    """Give the municipality a key of its own and point it to its identity provider."""
    sealed = seal(
        municipality_key(municipality, _PURPOSE), new_signing_key().encode(), context=_PURPOSE
    )
    municipality.digid_key = sealed
    municipality.digid = {
        "driver": "oidc",
        "issuer": issuer,
        "client_id": client_id,
        "minimum_level": Level.MIDDEN.name,
    }
    municipality.save(update_fields=["digid", "digid_key"])


def client_for(municipality: Municipality, answer_url: str) -> DigidClient:
    """The client of this municipality's own connection."""
    connection = municipality.digid
    return OidcClient(
        OidcSettings(
            issuer=connection["issuer"],
            client_id=connection["client_id"],
            redirect_uri=answer_url,
            signing_key=_signing_key(municipality),
            minimum_level=Level[connection["minimum_level"]],
        )
    )


def public_keys(municipality: Municipality) -> dict[str, Any]:
    return dict(public_jwks(_signing_key(municipality)))


def _signing_key(municipality: Municipality) -> str:
    key = municipality_key(municipality, _PURPOSE)
    return unseal(key, municipality.digid_key, context=_PURPOSE).decode()
