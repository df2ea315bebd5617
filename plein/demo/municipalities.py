"""The municipalities of the demo, connected to the DigiD simulator."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings

from plein.demo.data_files import rows
from plein.gateways.digid.means import Means
from plein.identity.digid import connect_by_oidc
from plein.tenants.actions import Contact, HouseStyle, add_municipality
from plein.tenants.models import Municipality

CLIENTS_FILE = Path(settings.DIGID_SIMULATOR_CLIENTS)


def add_municipalities() -> list[Municipality]:
    return [_add(row) for row in rows("municipalities")]


def _add(row: dict[str, Any]) -> Municipality:
    return add_municipality(
        slug=row["slug"],
        name=row["name"],
        host=f"{row['host_prefix']}.{settings.BASE_HOST}",
        style=HouseStyle(row["brand_colour"], corners=row["corners"], letter=row["letter"]),
        contact=Contact(row["phone"], row["opening_hours"], row["address"]),
        rsin=row["rsin"],
        iban=row["iban"],
    )


def connect_all(clients_file: Path = CLIENTS_FILE) -> None:
    """Point what is open to the simulator of this start, and tell it who may call."""
    for municipality in Municipality.objects.filter(is_open=True):
        if municipality.digid.get("issuer") != settings.DIGID_SIMULATOR_ISSUER:
            connect_by_oidc(
                municipality,
                issuer=settings.DIGID_SIMULATOR_ISSUER,
                client_id=f"plein-{municipality.slug}",
                eidas=True,
            )
    tell_simulator(clients_file)


def tell_simulator(clients_file: Path = CLIENTS_FILE) -> None:
    """Who may call it: every municipality that is connected to it."""
    ours = Municipality.objects.filter(digid__issuer=settings.DIGID_SIMULATOR_ISSUER)
    clients = {m.digid["client_id"]: _client(m) for m in ours}
    draft = clients_file.with_suffix(".new")
    draft.write_text(json.dumps(clients, indent=2))
    draft.replace(clients_file)


def _client(municipality: Municipality) -> dict[str, Any]:
    address = f"http://{municipality.host}:{settings.PORT}/inloggen"
    return {
        "municipality": municipality.slug,
        "redirect_uris": [f"{address}/{means}/antwoord/" for means in Means],
        "jwks_uri": f"{address}/digid/sleutels.json",
    }
