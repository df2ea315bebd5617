"""Who else lives on the address, by year of birth and no name (BRP Bewoning)."""

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.brp.bewoning_client import BewoningClient
from plein.vault.sources.asking import (
    PATIENCE,
    Answered,
    Asked,
    ValueSource,
    address_of,
    day,
    without_empty,
)


def ask(asked: Asked) -> Answered | None:
    client = BewoningClient(address_of("bewoning"))
    found = client.residents(asked.bsn, on=asked.day, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    others = [
        without_empty(geboortedatum=each.geboorte and day(each.geboorte.datum))
        for each in found.value.bewoners
        if each.burgerservicenummer != asked.bsn
    ]
    # An empty list: nobody else lives there. That is not the same as not knowing it.
    return Answered("BRP API Bewoning", values={"medebewoners": others}, warnings=found.warnings)


SOURCE = ValueSource("bewoning", _("Mensen op uw adres (BRP)"), ("medebewoners",), ask)
