"""From an award to a file for the bank, to the cent."""

from sepaxml.validation import try_valid_xml

from plein.gateways.bank.pain import SCHEMA
from plein.ledger.queries import check_books
from plein.payments.models import LineState, RunState


def test_a_whole_month_is_paid_and_a_part_waits_for_june(award_of, paid):
    made = award_of()

    run = paid()

    line = run.lines.get()
    assert (line.month.norm, line.paid, line.month.reserved) == (141_946, 134_849, 7_097)
    assert (line.pays, line.state, run.state) == (134_849, LineState.BOOKED, RunState.READY)
    made.reserve.refresh_from_db()
    made.due.refresh_from_db()
    assert (made.reserve.balance, made.due.balance) == (7_097, 0)
    assert check_books().is_right()


def test_the_bank_gets_a_file_that_it_accepts(award_of, paid):
    award_of()

    file = paid().files.get()

    try_valid_xml(bytes(file.content), SCHEMA)
    assert (file.payments, file.cents) == (1, 134_849)
    assert b"NL91ABNA0417164300" in bytes(file.content)
