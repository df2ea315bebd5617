"""The statement of an account: camt.053 (ISO 20022), versions 02 and 08, what was booked only.

A payment of ours is booked by itself, with others under one total and each in its details, or as
one total with only the id of the file. A return has the id of the payment and a reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import BinaryIO
from xml.etree.ElementTree import Element

from plein.gateways.bank.stream import NotABankFile, cents, child, paths, text

BOOKED, CREDIT = "BOOK", "CRDT"
RETURNS = frozenset({"RRTN", "RPCR"})  # returned, and called back before it was paid out
NO_ID = "NOTPROVIDED"


class Kind(StrEnum):
    PAID = "betaald"
    RETURNED = "teruggekomen"
    RECEIVED = "ontvangen"
    TAKEN = "afgeschreven"  # something else than a payment of ours


@dataclass(frozen=True, slots=True)
class Entry:
    """What was booked on the account `iban`. `batch` is of a total without details."""

    kind: Kind
    iban: str
    cents: int
    on: date | None
    end_to_end_id: str = ""
    reason: str = ""
    batch: str = ""
    bank_ref: str = ""


def entries(stream: BinaryIO) -> Iterator[Entry]:
    """One by one, as they stand. Raises `NotABankFile` and `BankFileTooLarge`."""
    has_details = False
    for path in paths(stream, {"TxDtls", "Ntry"}):
        if path[-1].tag.endswith("TxDtls"):
            if len(path) < 4:  # noqa: PLR2004 - under the details of an entry in a statement
                raise NotABankFile
            has_details = True
            whole = path[-3]
            if _is_booked(whole):
                yield _detail(path[-4], whole, path[-1])
        else:
            if not has_details and _is_booked(path[-1]):
                yield _total(path[-2], path[-1])
            has_details = False


def _detail(statement: Element, whole: Element, detail: Element) -> Entry:
    credit = text(detail, "CdtDbtInd") or text(whole, "CdtDbtInd")
    is_back = _comes_back(whole) or _comes_back(detail) or child(detail, "RtrInf") is not None
    end_to_end_id = text(detail, "Refs", "EndToEndId")
    return Entry(
        _kind(credit, is_back=is_back),
        text(statement, "Acct", "Id", "IBAN"),
        cents(_amount(whole, detail)),
        _day(whole),
        "" if end_to_end_id == NO_ID else end_to_end_id,
        text(detail, "RtrInf", "Rsn", "Cd") or text(detail, "RtrInf", "Rsn", "Prtry"),
        bank_ref=text(detail, "Refs", "AcctSvcrRef") or text(whole, "AcctSvcrRef"),
    )


def _total(statement: Element, whole: Element) -> Entry:
    return Entry(
        _kind(text(whole, "CdtDbtInd"), is_back=_comes_back(whole)),
        text(statement, "Acct", "Id", "IBAN"),
        cents(child(whole, "Amt")),
        _day(whole),
        batch=text(whole, "NtryDtls", "Btch", "PmtInfId"),
        bank_ref=text(whole, "AcctSvcrRef"),
    )


def _kind(credit: str, *, is_back: bool) -> Kind:
    if credit == CREDIT:
        return Kind.RETURNED if is_back else Kind.RECEIVED
    return Kind.TAKEN if is_back else Kind.PAID


def _is_booked(whole: Element) -> bool:
    return (text(whole, "Sts", "Cd") or text(whole, "Sts")) == BOOKED


def _comes_back(element: Element) -> bool:
    family = text(element, "BkTxCd", "Domn", "Fmly", "SubFmlyCd")
    return family in RETURNS or text(element, "RvslInd") in ("true", "1")


def _amount(whole: Element, detail: Element) -> Element | None:
    """Of the payment; of the entry where it is the only one in it."""
    found = child(detail, "Amt")
    for name in ("TxAmt", "InstdAmt"):
        found = found if found is not None else child(detail, "AmtDtls", name, "Amt")
    if found is None and text(whole, "NtryDtls", "Btch", "NbOfTxs") in ("", "1"):
        found = child(whole, "Amt")
    return found


def _day(whole: Element) -> date | None:
    written = text(whole, "BookgDt", "Dt") or text(whole, "BookgDt", "DtTm")[:10]
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise NotABankFile from None
