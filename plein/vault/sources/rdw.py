"""Cars and motorcycles, from the RDW over Suwinet."""

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.suwinet.client import SuwinetClient
from plein.gateways.suwinet.rdw import AansprakelijkeElement, VoertuigElement
from plein.vault.readings import Json
from plein.vault.sources.asking import (
    PATIENCE,
    Answered,
    Asked,
    ValueSource,
    address_of,
    day,
    or_none,
    without_empty,
)


def ask(asked: Asked) -> Answered | None:
    found = SuwinetClient(address_of("suwinet")).rdw(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    vehicles = [_vehicle(each) for each in found.value.Aansprakelijke]
    return Answered(
        "RDWDossierGSD v0200", values={"voertuigen": or_none(vehicles)}, warnings=found.warnings
    )


def _vehicle(held: AansprakelijkeElement) -> Json:
    vehicle = held.Voertuig
    return without_empty(
        kenteken=vehicle and vehicle.KentekenVoertuig,
        merk=vehicle and vehicle.MerkVoertuig,
        type=vehicle and vehicle.TypeVoertuig,
        eerste_inschrijving=_first_registered(vehicle),
        op_uw_naam_sinds=day(held.DatRegistratieAansprakelijkheid),
    )


def _first_registered(vehicle: VoertuigElement | None) -> str | None:
    if vehicle is None:
        return None
    here, anywhere = (
        vehicle.DatEersteInschrijvingVoertuigNat,
        vehicle.DatEersteInschrijvingVoertuigInt,
    )
    return day(here or anywhere)


SOURCE = ValueSource("rdw", _("RDW"), ("voertuigen",), ask)
