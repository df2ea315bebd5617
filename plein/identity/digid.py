"""The DigiD connection of a municipality: a driver and its settings, the key kept sealed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from plein.gateways.digid.keys import new_signing_key, public_jwks
from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means
from plein.gateways.digid.oidc import OidcClient, OidcSettings
from plein.gateways.digid.saml_available import check_saml_available
from plein.gateways.digid.saml_settings import SamlSettings
from plein.gateways.digid.types import DigidClient
from plein.identity.saml_file import read_saml_file
from plein.kernel.refusal import Refusal
from plein.tenants.keys import open_under, seal_under
from plein.tenants.models import Municipality

if TYPE_CHECKING:
    from plein.gateways.digid.saml import SamlClient

DIGID = "digid"


class NotConnected(Refusal):
    message = _("Inloggen met DigiD kan hier nog niet. Bel de gemeente, dan helpen wij u.")


def connect_by_oidc(
    municipality: Municipality,
    *,
    issuer: str,
    client_id: str,
    level: Level = Level.MIDDEN,
    eidas: bool = False,
) -> None:
    """Give the municipality a key of its own and point it to its OpenID Connect broker.

    With `eidas` where that broker offers identities of other countries too.
    """
    connection = {"driver": "oidc", "issuer": issuer, "client_id": client_id, "eidas": eidas}
    _connect(municipality, connection | {"minimum_level": level.name}, new_signing_key())


def connect_by_saml(
    municipality: Municipality, file: Path, *, level: Level, answer_url: str
) -> None:
    """Read and check the SAML settings (the fields of `SamlSettings`); the private key is sealed.

    Raises a `Refusal` that says what is wrong, and `SamlNotAvailable` without the extra.
    """
    check_saml_available()
    from plein.gateways.digid.saml_papers import demand_papers_in_order  # noqa: PLC0415

    given = read_saml_file(file)
    private_key = str(given.pop("private_key"))
    demand_papers_in_order(_saml_settings(given, private_key, answer_url, level))
    connection = {"driver": "saml", "settings": given, "minimum_level": level.name}
    _connect(municipality, connection, private_key)


def _connect(municipality: Municipality, connection: dict[str, Any], private_key: str) -> None:
    municipality.digid_key = seal_under(
        municipality, private_key.encode(), purpose=DIGID, context=DIGID
    )
    municipality.digid = connection
    municipality.save(update_fields=["digid", "digid_key"])


def offers_eidas(municipality: Municipality) -> bool:
    return bool(municipality.digid.get("eidas"))


def client_for(
    municipality: Municipality, answer_url: str, means: Means = Means.DIGID
) -> DigidClient:
    """The client of this municipality's own connection. Raises `NotConnected`."""
    connection = municipality.digid
    if not connection or (means is Means.EIDAS and not offers_eidas(municipality)):
        raise NotConnected
    level = Level[connection["minimum_level"]]
    if connection["driver"] == "saml":
        return _saml_client(municipality, answer_url, level)
    return OidcClient(
        OidcSettings(
            issuer=connection["issuer"],
            client_id=connection["client_id"],
            redirect_uri=answer_url,
            signing_key=_private_key(municipality),
            minimum_level=level,
            means=means,
        )
    )


def _saml_client(municipality: Municipality, answer_url: str, level: Level) -> "SamlClient":
    """The SAML libraries are an extra, and loaded only where a municipality uses them."""
    from plein.gateways.digid.saml import SamlClient  # noqa: PLC0415

    given, private_key = municipality.digid["settings"], _private_key(municipality)
    return SamlClient(_saml_settings(given, private_key, answer_url, level))


def _saml_settings(
    given: dict[str, Any], private_key: str, answer_url: str, level: Level
) -> SamlSettings:
    return SamlSettings(
        **given | {"idp_certificates": tuple(given["idp_certificates"])},
        acs_url=answer_url,
        private_key=private_key,
        minimum_level=level,
    )


def saml_metadata(municipality: Municipality, answer_url: str) -> str | None:
    """What Logius needs to know of a municipality that is connected over SAML; else None."""
    if municipality.digid.get("driver") != "saml":
        return None
    level = Level[municipality.digid["minimum_level"]]
    return _saml_client(municipality, answer_url, level).metadata()


def public_keys(municipality: Municipality) -> dict[str, Any]:
    """What the OpenID Connect broker checks our signatures with; nothing for SAML."""
    if municipality.digid.get("driver") != "oidc":
        return {"keys": []}
    return dict(public_jwks(_private_key(municipality)))


def _private_key(municipality: Municipality) -> str:
    sealed = municipality.digid_key
    return open_under(municipality, sealed, purpose=DIGID, context=DIGID).decode()
