"""A question to SUWI in its SOAP envelope, and what can come back in one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from plein.gateways.answers import AnswerRefused, Reason, SourceUnreachable
from plein.gateways.shape import Text, read_plain
from plein.gateways.suwinet.services import Operation
from plein.gateways.suwinet.values import Piece
from plein.gateways.xml import Plain, parse_xml, plain

SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"
FWI = "{http://bkwi.nl/SuwiML/FWI/v0205}"


class Melding(Piece):
    Tekst: Text


class Meldingen(Piece):
    """FWI: errors, warnings and information of the source about its own answer."""

    Fout: tuple[Melding, ...] = ()
    Waarschuwing: tuple[Melding, ...] = ()
    Informatie: tuple[Melding, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """`client` is `ClientSuwi`, not yet judged; none when the source knows nothing."""

    client: Plain | None = field(repr=False)
    warnings: tuple[str, ...]


def write_question(operation: Operation, question: Mapping[str, str]) -> bytes:
    envelope = Element(SOAP + "Envelope")
    asked = SubElement(SubElement(envelope, SOAP + "Body"), operation.question)
    for name, value in question.items():
        SubElement(asked, name).text = value
    written: bytes = tostring(envelope, encoding="utf-8", xml_declaration=True)
    return written


def read_reply(body: bytes, operation: Operation) -> Reply:
    """Raises `AnswerRefused`, or `SourceUnreachable` when the source says that it failed."""
    answer = _unpack(body, operation)
    if answer.find(FWI + "NietGerechtigd") is not None:
        raise AnswerRefused(Reason.NOT_ENTITLED)
    warnings = _warnings(answer)
    if answer.find(FWI + "NietsGevonden") is not None:
        return Reply(None, warnings)
    clients = [plain(client) for client in answer.findall("ClientSuwi")]
    if len(clients) > 1:
        raise AnswerRefused(Reason.SCHEMA)
    return Reply(clients[0] if clients else None, warnings)


def _unpack(body: bytes, operation: Operation) -> Element:
    root = parse_xml(body)
    inside = list(root.iterfind(f"{SOAP}Body/*"))
    if root.tag != SOAP + "Envelope" or len(inside) != 1:
        raise AnswerRefused(Reason.SCHEMA)
    if inside[0].tag == SOAP + "Fault":
        _fail(inside[0])
    if inside[0].tag != operation.answer:
        raise AnswerRefused(Reason.SCHEMA)
    return inside[0]


def _fail(fault: Element) -> None:
    """SOAP 1.1, 4.4.1: `Client` says that our question was wrong, `Server` that theirs broke."""
    code = fault.findtext("faultcode", "").rpartition(":")[2]
    if code.startswith("Client"):
        raise AnswerRefused(Reason.STATUS)
    raise SourceUnreachable


def _warnings(answer: Element) -> tuple[str, ...]:
    found = answer.find(FWI + "FWI")
    if found is None:
        return ()
    said = read_plain(Meldingen, plain(found))
    if said.Fout:
        raise SourceUnreachable
    return tuple(one.Tekst for one in said.Waarschuwing + said.Informatie)
