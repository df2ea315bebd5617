"""What the bank says of a payment file before it pays: pain.002 (ISO 20022)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree.ElementTree import Element

from plein.gateways.bank.stream import paths, text

REJECTED = "RJCT"


@dataclass(frozen=True, slots=True)
class Status:
    """Of a whole file, of a part of it, or of one payment (`end_to_end_id`)."""

    status: str
    message_id: str
    reason: str = ""
    part: str = ""
    end_to_end_id: str = ""

    @property
    def is_rejected(self) -> bool:
        return self.status == REJECTED


def statuses(stream: BinaryIO) -> Iterator[Status]:
    """As they stand: first of the file. Raises `NotABankFile` and `BankFileTooLarge`."""
    message_id = ""
    for path in paths(stream, {"OrgnlGrpInfAndSts", "TxInfAndSts", "OrgnlPmtInfAndSts"}):
        found = path[-1]
        if found.tag.endswith("OrgnlGrpInfAndSts"):
            message_id = text(found, "OrgnlMsgId")
            yield Status(text(found, "GrpSts"), message_id, _reason(found))
        elif found.tag.endswith("TxInfAndSts"):
            yield Status(
                text(found, "TxSts"),
                message_id,
                _reason(found),
                text(path[-2], "OrgnlPmtInfId"),
                text(found, "OrgnlEndToEndId"),
            )
        else:
            part = text(found, "OrgnlPmtInfId")
            yield Status(text(found, "PmtInfSts"), message_id, _reason(found), part)


def _reason(element: Element) -> str:
    where = ("StsRsnInf", "Rsn")
    return text(element, *where, "Cd") or text(element, *where, "Prtry")
