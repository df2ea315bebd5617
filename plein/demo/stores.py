"""What runs at other departments of Emmen: the store of the simulator of this start."""

from datetime import datetime

from django.conf import settings

from plein.casestores.actions.connecting import connect_store, end_store
from plein.casestores.models import CaseStore
from plein.demo.shop import DEMO
from plein.gateways.simulators.settings import ZGW_CLIENT_ID, ZGW_SECRET
from plein.gateways.zgw.calls import Interfaces
from plein.gateways.zgw.token import Credentials
from plein.identity.application import Confidentiality
from plein.tenants.models import Municipality
from plein.tenants.scope import within

KEY, NAME = "vergunningen", "Team Vergunningen en Vervoer"


def interfaces_of(address: str) -> Interfaces:
    """Of the simulators at this address."""
    names = ("zaken", "catalogi", "documenten")
    return Interfaces(*(f"{address}/zgw/{name}/api/v1" for name in names))


def connect_stores(at: datetime, address: str = settings.SOURCES_URL) -> None:
    """Nothing when it is connected already, at the same address."""
    interfaces = interfaces_of(address)
    with within(Municipality.objects.get(slug="emmen")):
        running = CaseStore.objects.running().filter(key=KEY).first()
        if running and running.zaken_url == interfaces.zaken:
            return
        if running:
            end_store(running, by=DEMO, at=at)
        connect_demo_store(interfaces, at)


def connect_demo_store(interfaces: Interfaces, at: datetime) -> CaseStore:
    return connect_store(
        KEY,
        name=NAME,
        interfaces=interfaces,
        credentials=Credentials(ZGW_CLIENT_ID, ZGW_SECRET),
        highest=Confidentiality.CASE,
        by=DEMO,
        at=at,
    )
