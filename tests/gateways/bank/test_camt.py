"""What is booked on an account is read as it stands, and a file that is meant to harm is not."""

import tracemalloc
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest

from plein.gateways.bank import stream
from plein.gateways.bank.camt import Entry, Kind, entries
from plein.gateways.bank.stream import BankFileTooLarge, NotABankFile, message_of

OURS = "NL91ABNA0417164300"
HEAD = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt>'
    f"<Stmt><Acct><Id><IBAN>{OURS}</IBAN></Id></Acct>"
)
TAIL = "</Stmt></BkToCstmrStmt></Document>"
DAY = date(2026, 12, 4)


def statement(content: str, version: str = "02") -> BytesIO:
    return BytesIO((HEAD.format(version=version) + content + TAIL).encode())


def entry(inside: str, cents: str = "10.00", credit: str = "DBIT", status: str = "BOOK") -> str:
    return (
        f'<Ntry><Amt Ccy="EUR">{cents}</Amt><CdtDbtInd>{credit}</CdtDbtInd><Sts>{status}</Sts>'
        f"<BookgDt><Dt>2026-12-04</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef>{inside}</Ntry>"
    )


def detail(key: str, amount: str = "", more: str = "") -> str:
    found = f'<AmtDtls><TxAmt><Amt Ccy="EUR">{amount}</Amt></TxAmt></AmtDtls>' if amount else ""
    return f"<TxDtls><Refs><EndToEndId>{key}</EndToEndId></Refs>{found}{more}</TxDtls>"


def test_a_payment_by_itself_has_the_amount_of_its_entry():
    (found,) = entries(statement(entry(f"<NtryDtls>{detail('A-1')}</NtryDtls>")))

    assert found == Entry(Kind.PAID, OURS, 1_000, DAY, "A-1", bank_ref="B1")


def test_payments_under_one_total_have_their_own_amounts():
    both = detail("A-1", "6.00") + detail("A-2", "4.00")
    total = "<Btch><PmtInfId>F-1</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>"

    found = list(entries(statement(entry(f"<NtryDtls>{total}{both}</NtryDtls>"))))

    assert [(each.end_to_end_id, each.cents) for each in found] == [("A-1", 600), ("A-2", 400)]


def test_a_total_without_details_names_the_part_of_our_file():
    total = "<NtryDtls><Btch><PmtInfId>F-1</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>"

    (found,) = entries(statement(entry(total)))

    assert (found.batch, found.cents, found.end_to_end_id) == ("F-1", 1_000, "")


def test_a_total_after_details_is_read_too():
    total = "<NtryDtls><Btch><PmtInfId>F-1</PmtInfId></Btch></NtryDtls>"
    content = entry(f"<NtryDtls>{detail('A-1')}</NtryDtls>") + entry(total)

    assert [each.batch for each in entries(statement(content))] == ["", "F-1"]


@pytest.mark.parametrize(
    "why",
    ["<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>", "<RtrInf><Rsn><Prtry>X</Prtry></Rsn></RtrInf>"],
)
def test_a_return_has_its_reason(why):
    inside = f"<NtryDtls>{detail('A-1', '10.00', why)}</NtryDtls>"

    (found,) = entries(statement(entry(inside, credit="CRDT")))

    assert (found.kind, found.reason in ("AC04", "X")) == (Kind.RETURNED, True)


def test_a_return_without_a_reason_is_known_by_its_family():
    family = "<BkTxCd><Domn><Fmly><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>"

    (found,) = entries(
        statement(entry(f"{family}<NtryDtls>{detail('A-1')}</NtryDtls>", credit="CRDT"))
    )

    assert (found.kind, found.reason) == (Kind.RETURNED, "")


def test_what_a_resident_sends_is_received():
    (found,) = entries(
        statement(entry(f"<NtryDtls>{detail('NOTPROVIDED')}</NtryDtls>", credit="CRDT"))
    )

    assert (found.kind, found.end_to_end_id) == (Kind.RECEIVED, "")


def test_what_is_not_booked_yet_is_not_read():
    inside = f"<NtryDtls>{detail('A-1')}</NtryDtls>"

    assert list(entries(statement(entry(inside, status="PDNG")))) == []


def test_the_newer_version_is_read_the_same():
    inside = (
        "<NtryDtls><TxDtls><Refs><EndToEndId>A-1</EndToEndId></Refs>"
        '<Amt Ccy="EUR">4.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls></NtryDtls>'
    )
    content = entry(inside).replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")

    (found,) = entries(statement(content, version="08"))

    assert (found.kind, found.cents) == (Kind.PAID, 400)
    assert message_of(statement(content, version="08")) == "camt.053"


@pytest.mark.parametrize(
    "harm",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><Document/>',
        b'<!DOCTYPE x SYSTEM "http://localhost/x.dtd"><Document/>',
        b"<Document>",
        b"no xml",
        b"",
        b"<a>" * 60 + b"</a>" * 60,
    ],
)
def test_what_is_no_statement_or_meant_to_harm_is_refused(harm):
    with pytest.raises(NotABankFile):
        list(entries(BytesIO(harm)))
    with pytest.raises(NotABankFile):
        message_of(BytesIO(harm))


@pytest.mark.parametrize("wrong", ["1.005", "x", "-1.00", "1e999999"])
def test_an_amount_that_is_no_whole_cents_is_refused(wrong):
    with pytest.raises(NotABankFile):
        list(entries(statement(entry(f"<NtryDtls>{detail('A-1')}</NtryDtls>", cents=wrong))))


def test_a_file_that_is_too_large_is_refused_while_it_is_read(monkeypatch):
    monkeypatch.setattr(stream, "MOST_BYTES", 500)

    with pytest.raises(BankFileTooLarge):
        list(entries(statement(entry(f"<NtryDtls>{detail('A-1')}</NtryDtls>") * 100)))


class Endless:
    """A statement that is made while it is read, so that only the reader takes memory."""

    def __init__(self, content: Iterator[bytes]) -> None:
        self.content, self.left = content, b""

    def read(self, size: int = -1) -> bytes:
        while len(self.left) < size and (more := next(self.content, b"")):
            self.left += more
        given, self.left = self.left[:size], self.left[size:]
        return given


def many(number: int) -> Iterator[bytes]:
    yield HEAD.format(version="02").encode()
    one = entry(f"<NtryDtls>{detail('A-1')}</NtryDtls>").encode()
    together = entry("<NtryDtls>@</NtryDtls>").encode().split(b"@")
    for _each in range(number // 2):
        yield one
    yield together[0]
    for _each in range(number // 2):
        yield detail("A-2", "1.00").encode()
    yield together[1] + TAIL.encode()


def memory_of(number: int) -> int:
    tracemalloc.start()
    assert sum(1 for _each in entries(Endless(many(number)))) == number
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_entries():
    memory_of(200)

    assert memory_of(8_000) < memory_of(800) + 200_000
