"""The bank of the tests reads what we send, and its answers are read by us."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from plein.gateways.bank.camt import Kind, entries
from plein.gateways.bank.pain import payment_file
from plein.gateways.bank.pain002 import statuses
from plein.gateways.bank.payment import Order, Payment
from plein.gateways.bank.simulator import CLOSED, DECEASED, Bank, read_order

DAY = date(2026, 12, 4)
OURS = "NL91ABNA0417164300"
PAYMENTS = [
    Payment(f"PLEIN-U1-1-{number}", f"Iemand {number}", OURS, 100 * number + 5, "Uitkering")
    for number in range(1, 5)
]


@pytest.fixture
def file() -> bytes:
    made_at = datetime(2026, 12, 1, 12, tzinfo=UTC)
    return payment_file(Order("PLEIN-U1-1-D1", "Gemeente", OURS, DAY, made_at), PAYMENTS)


def read(statement: bytes):
    return list(entries(BytesIO(statement)))


def test_it_reads_our_file_as_we_meant_it(file):
    found = read_order(file)

    assert (found.message_id, found.part, found.iban) == ("PLEIN-U1-1-D1", "PLEIN-U1-1-D1-1", OURS)
    assert found.payments == PAYMENTS


def test_the_same_file_a_second_time_is_rejected_and_paid_once(file):
    bank = Bank()
    bank.take(file)

    (again,) = statuses(BytesIO(bank.take(file)))

    assert (again.is_rejected, again.reason) == (True, "AM05")
    assert len(read(*bank.statements(DAY))) == len(PAYMENTS)


def test_a_bank_that_takes_nothing_books_nothing(file):
    bank = Bank(rejects="AM04")

    (found,) = statuses(BytesIO(bank.take(file)))

    assert found.is_rejected
    assert not bank.taken


def test_returns_come_with_their_reason_in_the_last_of_two_parts(file):
    bank = Bank(returns={"PLEIN-U1-1-1": CLOSED, "PLEIN-U1-1-4": DECEASED})
    bank.take(file)

    first, last = map(read, bank.statements(DAY, parts=2))

    assert [each.end_to_end_id for each in first] == ["PLEIN-U1-1-1", "PLEIN-U1-1-2"]
    back = [each for each in last if each.kind == Kind.RETURNED]
    assert [(each.end_to_end_id, each.reason, each.cents) for each in back] == [
        ("PLEIN-U1-1-1", "AC04", 105),
        ("PLEIN-U1-1-4", "MD07", 405),
    ]


def test_one_total_names_the_part_and_the_sum(file):
    bank = Bank()
    bank.take(file)

    (found,) = read(*bank.statements(DAY, one_total=True))

    assert (found.kind, found.batch, found.cents) == (Kind.PAID, "PLEIN-U1-1-D1-1", 1_020)
