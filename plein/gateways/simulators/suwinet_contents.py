"""What each service says of a person: `ClientSuwi`, with the number of the person on top."""

from plein.gateways.simulators.people import Tree, all_numbers, life_of
from plein.gateways.suwinet import services
from plein.gateways.suwinet.services import Operation

# What a message must hold besides the number, when there is nothing more to say.
REQUIRED: dict[Operation, Tree] = {services.KADASTER: {"Eigendom": {"IndEigendomOZVerleden": "2"}}}


def client_of(operation: Operation, number: str) -> Tree | None:
    """None when the source knows nothing of this person."""
    of_vehicles = operation in {services.RDW_PERSOON, services.RDW_KENTEKEN}
    name = services.RDW_PERSOON.name if of_vehicles else operation.name
    known = life_of(number).get("suwinet", {}).get(name)
    if known is None:
        return None
    if operation is services.RDW_PERSOON:
        known = {"Aansprakelijke": [_plate_only(one) for one in known["Aansprakelijke"]]}
    return {"Burgerservicenr": number, **known}


def owner_of(plate: str) -> str:
    """The number of whoever is liable for this vehicle; empty when nobody is."""
    return next((number for number in all_numbers() if plate in _plates_of(number)), "")


def _plates_of(number: str) -> list[str]:
    vehicles = life_of(number).get("suwinet", {}).get(services.RDW_PERSOON.name, {})
    return [one["Voertuig"]["KentekenVoertuig"] for one in vehicles.get("Aansprakelijke", [])]


def _plate_only(liable: Tree) -> Tree:
    """The list of vehicles gives no more; the rest is a second question, per plate."""
    return liable | {"Voertuig": {"KentekenVoertuig": liable["Voertuig"]["KentekenVoertuig"]}}
