"""A bank for tests and the demo: it reads our payment files and answers as banks do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from plein.gateways.bank.payment import Payment
from plein.gateways.bank.stream import cents, child, paths, text

DUPLICATE, CLOSED, DECEASED, NO_FUNDS = "AM05", "AC04", "MD07", "AM04"
STATEMENT = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"
REPORT = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"
FAMILY = {"DBIT": ("ICDT", "ESCT"), "CRDT": ("ICDT", "RRTN")}


@dataclass
class Taken:
    """A file of ours, as the bank holds it."""

    message_id: str
    part: str
    iban: str
    payments: list[Payment]


@dataclass
class Bank:
    """`rejects` is why it takes no file at all; `returns` the reason of a payment by its id."""

    rejects: str = ""
    returns: Mapping[str, str] = field(default_factory=dict)
    taken: dict[str, Taken] = field(default_factory=dict)

    def take(self, file: bytes) -> bytes:
        """The status report on a file: the same message a second time is refused."""
        found = read_order(file)
        reason = self.rejects or (DUPLICATE if found.message_id in self.taken else "")
        if not reason:
            self.taken[found.message_id] = found
        return status_report(found, reason)

    def statements(self, on: date, *, parts: int = 1, one_total: bool = False) -> list[bytes]:
        """What it booked of all files, in so many statements, and the returns in the last."""
        made: list[bytes] = []
        found = [(file, payment) for file in self.taken.values() for payment in file.payments]
        size = -(-len(found) // parts)
        for number in range(parts):
            some = found[number * size : (number + 1) * size]
            back = [each for _file, each in found] if number == parts - 1 else []
            made.append(self._statement(some, back, on, number, one_total=one_total))
        return made

    def _statement(
        self,
        paid: Sequence[tuple[Taken, Payment]],
        back: Iterable[Payment],
        on: date,
        number: int,
        *,
        one_total: bool,
    ) -> bytes:
        root, statement = _statement_of(next(iter(self.taken.values())).iban, on, number)
        by_file: dict[str, list[Payment]] = {}
        for file, payment in paid:
            by_file.setdefault(file.part, []).append(payment)
        for part, payments in by_file.items():
            details = _entry(statement, sum(each.cents for each in payments), "DBIT", on)
            _add(details, "Btch", "PmtInfId", content=part)
            _add(child(details, "Btch"), "NbOfTxs", content=str(len(payments)))
            for payment in () if one_total else payments:
                _detail(details, payment)
        for payment in back:
            if reason := self.returns.get(payment.end_to_end_id):
                one = _detail(_entry(statement, payment.cents, "CRDT", on), payment)
                _add(one, "RtrInf", "Rsn", "Cd", content=reason)
        return _written(root, STATEMENT)


def read_order(file: bytes) -> Taken:
    """What our file asks."""
    found = Taken("", "", "", [])
    for path in paths(BytesIO(file), {"GrpHdr", "CdtTrfTxInf", "PmtInf"}):
        element = path[-1]
        if element.tag.endswith("GrpHdr"):
            found.message_id = text(element, "MsgId")
        elif element.tag.endswith("CdtTrfTxInf"):
            found.payments.append(_payment(element))
        else:
            found.part = text(element, "PmtInfId")
            found.iban = text(element, "DbtrAcct", "Id", "IBAN")
    return found


def _payment(element: Element) -> Payment:
    return Payment(
        text(element, "PmtId", "EndToEndId"),
        text(element, "Cdtr", "Nm"),
        text(element, "CdtrAcct", "Id", "IBAN"),
        cents(child(element, "Amt", "InstdAmt")),
        text(element, "RmtInf", "Ustrd"),
    )


def status_report(
    file: Taken, reason: str = "", payments: Mapping[str, str] | None = None
) -> bytes:
    """Of a whole file; with reasons by end-to-end id, of which only those are rejected."""
    root = Element("Document")
    report = SubElement(root, "CstmrPmtStsRpt")
    _add(report, "GrpHdr", "MsgId", content=f"STATUS-{file.message_id}")
    group = _add(report, "OrgnlGrpInfAndSts")
    _add(group, "OrgnlMsgId", content=file.message_id)
    _add(group, "OrgnlMsgNmId", content="pain.001.001.03")
    _add(group, "GrpSts", content="RJCT" if reason else "PART" if payments else "ACCP")
    if reason:
        _add(group, "StsRsnInf", "Rsn", "Cd", content=reason)
    if payments:
        part = _add(report, "OrgnlPmtInfAndSts")
        _add(part, "OrgnlPmtInfId", content=file.part)
        for key, why in payments.items():
            one = _add(part, "TxInfAndSts")
            _add(one, "OrgnlEndToEndId", content=key)
            _add(one, "TxSts", content="RJCT")
            _add(one, "StsRsnInf", "Rsn", "Cd", content=why)
    return _written(root, REPORT)


def _statement_of(iban: str, on: date, number: int) -> tuple[Element, Element]:
    root = Element("Document")
    message = SubElement(root, "BkToCstmrStmt")
    _add(message, "GrpHdr", "MsgId", content=f"CAMT-{on:%Y%m%d}-{number + 1}")
    statement = _add(message, "Stmt")
    _add(statement, "Id", content=f"{on:%Y%m%d}-{number + 1}")
    _add(statement, "Acct", "Id", "IBAN", content=iban)
    return root, statement


def _entry(statement: Element, amount: int, credit: str, on: date) -> Element:
    """The place for its details."""
    entry = _add(statement, "Ntry")
    _amount(entry, "Amt", amount)
    _add(entry, "CdtDbtInd", content=credit)
    _add(entry, "Sts", content="BOOK")
    _add(entry, "BookgDt", "Dt", content=on.isoformat())
    _add(entry, "AcctSvcrRef", content=f"B{on:%y%m%d}{len(statement)}")
    family = _add(entry, "BkTxCd", "Domn", "Fmly")
    _add(family, "Cd", content=FAMILY[credit][0])
    _add(family, "SubFmlyCd", content=FAMILY[credit][1])
    return _add(entry, "NtryDtls")


def _detail(details: Element, payment: Payment) -> Element:
    one = _add(details, "TxDtls")
    _add(one, "Refs", "EndToEndId", content=payment.end_to_end_id)
    _amount(_add(one, "AmtDtls", "TxAmt"), "Amt", payment.cents)
    _add(one, "RltdPties", "Cdtr", "Nm", content=payment.name)
    _add(one, "RmtInf", "Ustrd", content=payment.text)
    return one


def _amount(parent: Element, name: str, amount: int) -> None:
    _add(parent, name, content=f"{amount // 100}.{amount % 100:02d}").set("Ccy", "EUR")


def _add(parent: Element | None, *names: str, content: str = "") -> Element:
    if parent is None:
        raise ValueError("There is nothing to add to.")
    for name in names:
        parent = SubElement(parent, name)
    parent.text = content or None
    return parent


def _written(root: Element, space: str) -> bytes:
    for element in root.iter():
        element.tag = f"{{{space}}}{element.tag}"
    register_namespace("", space)
    file: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return file
