"""What goes on around the providers: places, kinds, somebody who signed up, and an account."""

from datetime import datetime, time

from plein.demo.shop import DEMO
from plein.gateways.simulators.addresses import known_addresses
from plein.webshop.actions.iban import ask_iban
from plein.webshop.actions.pinning import pin_place
from plein.webshop.actions.places import Spot, keep_place
from plein.webshop.actions.sign_up import Application, sign_up
from plein.webshop.models import Provider, ProviderKind

OFFICE_DAYS = range(1, 6)  # Tuesday up to Saturday


DOORS = {f"{known.door}, {known.town}": known for known in known_addresses()}


def add_counters(providers: dict[str, Provider], at: datetime) -> None:
    """A place for each provider with an address; one sign-up and one account that wait."""
    for provider in providers.values():
        _add_place(provider, at)
    if changing := providers.get("de_hoek"):
        ask_iban(changing, "NL93TEST0000000151", by=DEMO, at=at)
    sign_up(
        Application(
            kvk="00000091",
            name="Judoclub De Worp",
            kind=ProviderKind.CLUB,
            iban="NL66TEST0000000152",
            address="Mat 2, Emmen",
            person="Noortje",
            email="noortje@de-worp.example",
        ),
        at=at,
    )


def _add_place(provider: Provider, at: datetime) -> None:
    """On the map at once, from the list that the simulated register answers from."""
    known = DOORS[provider.address]
    hours = {day: (time(9), time(17, 30)) for day in OFFICE_DAYS}
    spot = Spot(str(provider), known.door, known.postcode, known.town, hours)
    pin_place(keep_place(provider, spot, by=DEMO, at=at), known.point, by=DEMO, at=at)
