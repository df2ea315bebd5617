"""What the bank says of a file before it pays."""

from io import BytesIO

import pytest

from plein.gateways.bank.pain002 import Status, statuses
from plein.gateways.bank.simulator import Taken, status_report
from plein.gateways.bank.stream import NotABankFile, message_of

FILE = Taken("PLEIN-U1-1-D1", "PLEIN-U1-1-D1-1", "NL91ABNA0417164300", [])


def read(report: bytes) -> list[Status]:
    return list(statuses(BytesIO(report)))


def test_a_file_that_was_accepted():
    (found,) = read(status_report(FILE))

    assert found == Status("ACCP", "PLEIN-U1-1-D1")
    assert not found.is_rejected
    assert message_of(BytesIO(status_report(FILE))) == "pain.002"


def test_a_whole_file_that_was_rejected():
    assert read(status_report(FILE, "AM05")) == [Status("RJCT", "PLEIN-U1-1-D1", "AM05")]


def test_only_some_payments_were_rejected():
    of_file, of_payment, of_part = read(status_report(FILE, payments={"A-7": "AC04"}))

    assert not of_file.is_rejected
    assert not of_part.is_rejected
    assert (of_payment.end_to_end_id, of_payment.reason, of_payment.message_id) == (
        "A-7",
        "AC04",
        "PLEIN-U1-1-D1",
    )


def test_entities_are_refused():
    with pytest.raises(NotABankFile):
        read(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
