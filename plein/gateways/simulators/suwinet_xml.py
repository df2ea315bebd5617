"""A tree of ours as a message of SUWI, in its SOAP envelope."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from plein.gateways.partial_date import PartialDate
from plein.gateways.simulators.notation import Cents
from plein.gateways.simulators.people import Tree
from plein.gateways.suwinet.envelope import FWI, SOAP
from plein.gateways.suwinet.services import Operation

_SOURCE = "cn=simulator"


def write_answer(
    operation: Operation, client: Tree | None, message: tuple[str, str] | None = None
) -> bytes:
    """With a client: what is known. Without: NietsGevonden, or only the message of the source.

    A message is its kind (Fout, Waarschuwing, Informatie) and its text.
    """
    envelope, answer = _envelope(operation.answer)
    if client is not None:
        _write(answer, "ClientSuwi", client)
    if message is not None:
        kind, text = message
        melding = {"Code": "1", "Tekst": text, "Bron": {"DN": _SOURCE}}
        _write(answer, FWI + "FWI", {kind: melding})
    if client is None and message is None:
        SubElement(answer, FWI + "NietsGevonden")
    return _bytes(envelope)


def write_fault(code: str) -> bytes:
    """SOAP 1.1, 4.4: `Client` or `Server`."""
    envelope, fault = _envelope(SOAP + "Fault")
    SubElement(fault, "faultcode").text = f"soap:{code}"
    SubElement(fault, "faultstring").text = "AanvraagNietOk"
    return _bytes(envelope)


def _envelope(name: str) -> tuple[Element, Element]:
    envelope = Element(SOAP + "Envelope")
    return envelope, SubElement(SubElement(envelope, SOAP + "Body"), name)


def _write(parent: Element, name: str, value: Any) -> None:
    match value:
        case list():
            for one in value:
                _write(parent, name, one)
        case dict():
            element = SubElement(parent, name)
            for inner, one in value.items():
                _write(element, inner, one)
        case Cents():
            _write(parent, name, _amount(value.amount))
        case PartialDate():
            SubElement(parent, name).text = _date(value)
        case _:
            SubElement(parent, name).text = str(value)


def _amount(cents: int) -> Tree:
    sign = "-" if cents < 0 else "+"
    return {"CdMunteenheid": "EUR", "CdPositiefNegatief": sign, "WaardeBedr": abs(cents)}


def _date(day: PartialDate) -> str:
    return f"{day.year or 0:04}{day.month or 0:02}{day.day or 0:02}"


def _bytes(envelope: Element) -> bytes:
    written: bytes = tostring(envelope, encoding="utf-8", xml_declaration=True)
    return written
