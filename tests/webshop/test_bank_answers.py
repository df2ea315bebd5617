"""What the bank says of a batch: paid, back, or refused; each once, and back can be paid again."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db.models import Sum

from plein.gateways.bank.simulator import CLOSED, NO_FUNDS, Bank
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.payments.actions.answering import FileWasRead, OtherMunicipality
from plein.tenants.scope import within
from plein.webshop.actions.bank_answers import ShopOfOthers
from plein.webshop.actions.deciding_claims import approve_claim
from plein.webshop.actions.settlement import (
    NothingToPay,
    NotToSend,
    approve_batch,
    make_batch,
    mark_sent,
)
from plein.webshop.actions.till import hand_over
from plein.webshop.models import (
    BankReading,
    BatchStatus,
    ClaimStatus,
    InstructionState,
    SchemePeriod,
    SettlementBatch,
)
from plein.webshop.queries.specification import specification
from plein.workflows.bank_answers import read_file
from tests.cast import NOON, TODAY
from tests.webshop.claiming import IBAN, submit
from tests.webshop.conftest import YARA, children_of, order

PAY_ON = date(2026, 11, 27)


@pytest.fixture
def claim(fatima, kindpakket, grant_for, sam):
    SchemePeriod.objects.update(takes_claims=True)
    sami = children_of(fatima)[1]
    claim = submit(fatima, sami, grant_for(kindpakket, sami, cents=9_000))
    return approve_claim(claim, 4_000, by=sam, at=NOON)


@pytest.fixture
def delivered(fatima, kindpakket, swimming_lessons, grant_for):
    lina = children_of(fatima)[0]
    pickup = order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina))).pickups.get()
    hand_over(pickup, by=YARA, at=NOON)
    return pickup.lines.get()


@pytest.fixture
def pay(ingrid, tom):
    def make(days=1) -> SettlementBatch:
        at = NOON + timedelta(days=days)
        batch = make_batch(until=TODAY + timedelta(days=days), by=ingrid, at=at)
        return approve_batch(batch, pay_on=PAY_ON, by=tom, at=at)

    return make


@pytest.fixture
def batch(claim, delivered, pay):
    """De Plons gets 95.00 and Fatima 40.00."""
    return pay()


@pytest.fixture
def read(ingrid):
    def say(content: bytes, name="afschrift.xml") -> BankReading | None:
        file = read_file(BytesIO(content), name, by=ingrid, at=NOON + timedelta(days=4))
        return BankReading.objects.filter(file=file.pk).first()

    return say


def taken_by(bank: Bank, batch) -> bytes:
    return bank.take(batch.file)


def to_provider(batch):
    return batch.instructions.get(claim=None)


def to_resident(batch):
    return batch.instructions.get(provider=None)


def balance(kind: AccountKind) -> int:
    return Account.objects.filter(kind=kind).aggregate(total=Sum("balance"))["total"] or 0


def state_of(batch) -> str:
    return SettlementBatch.objects.get(pk=batch.pk).status


def test_a_declaratie_is_paid_to_the_resident_beside_the_providers(batch):
    file = batch.file.decode()

    assert {each.amount for each in batch.instructions.all()} == {9_500, 4_000}
    assert IBAN in file
    assert "F. Yilmaz" in file
    assert "voetbal" not in file
    assert balance(AccountKind.ONDERWEG) == 13_500
    assert balance(AccountKind.INWONER_UIT) == 0
    assert b"Yilmaz" not in bytes(SettlementBatch.objects.get().file_sealed)


def test_a_batch_is_marked_as_sent_once(batch, ingrid):
    mark_sent(batch, by=ingrid, at=NOON)

    assert state_of(batch) == BatchStatus.SENT
    with pytest.raises(NotToSend):
        mark_sent(batch, by=ingrid, at=NOON)


@pytest.mark.parametrize("one_total", [False, True])
def test_what_the_bank_paid_leaves_the_way_and_ends_every_payment(batch, claim, read, one_total):
    bank = Bank()
    taken_by(bank, batch)

    reading = read(bank.statements(PAY_ON, one_total=one_total)[0])

    assert (reading.paid, reading.paid_cents, reading.left) == (2, 13_500, [])
    assert (balance(AccountKind.ONDERWEG), balance(AccountKind.BANK)) == (0, 13_500)
    assert state_of(batch) == BatchStatus.DONE
    assert {each.state for each in batch.instructions.all()} == {InstructionState.PAID}
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.PAID
    assert check_books().is_right()


def test_the_same_file_twice_changes_nothing(batch, read):
    bank = Bank()
    taken_by(bank, batch)
    statement = bank.statements(PAY_ON)[0]
    read(statement)

    with pytest.raises(FileWasRead):
        read(statement)

    assert balance(AccountKind.BANK) == 13_500
    assert BankReading.objects.count() == 1


def test_the_same_payment_in_another_file_is_listed_and_booked_once(batch, read):
    bank = Bank()
    taken_by(bank, batch)
    statement = bank.statements(PAY_ON)[0]
    read(statement)

    again = read(statement.replace(b"</Document>", b"</Document>\n"))

    assert (again.paid, len(again.left)) == (0, 2)
    assert balance(AccountKind.BANK) == 13_500


def test_what_came_back_is_paid_again_in_a_next_batch(batch, claim, delivered, read, pay):
    back = to_provider(batch)
    bank = Bank(returns={back.end_to_end_id: CLOSED})
    taken_by(bank, batch)

    reading = read(bank.statements(PAY_ON)[0])

    assert (reading.paid, reading.returned, reading.returned_cents) == (2, 1, 9_500)
    back.refresh_from_db()
    assert (back.state, back.bank_says) == (InstructionState.BACK, CLOSED)
    assert state_of(batch) == BatchStatus.PARTLY
    assert (balance(AccountKind.TE_BETALEN), balance(AccountKind.BANK)) == (9_500, 4_000)

    again = pay(5)

    back.refresh_from_db()
    assert back.again_in == again.instructions.get()
    assert again.instructions.get().amount == 9_500
    (row,) = specification(again.instructions.get())
    assert (row.what, row.cents) == ("Opnieuw: betaling 1, die terugkwam", 9_500)
    assert balance(AccountKind.TE_BETALEN) == 0
    with pytest.raises(NothingToPay):
        pay(6)
    assert check_books().is_right()


def test_a_declaratie_that_came_back_is_approved_again_and_paid_again(batch, claim, read, pay):
    back = to_resident(batch)
    bank = Bank(returns={back.end_to_end_id: CLOSED})
    taken_by(bank, batch)
    read(bank.statements(PAY_ON)[0])
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.APPROVED
    assert balance(AccountKind.INWONER_UIT) == 4_000

    again = pay(5)
    taken_by(bank, again)
    bank.returns = {}
    del bank.taken[batch.message_id]
    read(bank.statements(PAY_ON)[0])

    claim.refresh_from_db()
    assert claim.status == ClaimStatus.PAID
    assert balance(AccountKind.INWONER_UIT) == 0
    assert check_books().is_right()


def test_a_file_that_the_bank_refuses_pays_nobody_and_all_can_be_paid_again(batch, read, pay):
    refused = taken_by(Bank(rejects=NO_FUNDS), batch)

    reading = read(refused, "antwoord.xml")

    assert (reading.paid, reading.returned) == (0, 2)
    assert state_of(batch) == BatchStatus.REFUSED
    assert SettlementBatch.objects.get().bank_says == NO_FUNDS
    assert (balance(AccountKind.ONDERWEG), balance(AccountKind.TE_BETALEN)) == (0, 9_500)

    again = pay(5)

    assert sum(each.amount for each in again.instructions.all()) == 13_500
    assert again.message_id != batch.message_id
    assert check_books().is_right()


def test_that_the_bank_took_a_file_says_not_that_it_paid(batch, read):
    read(taken_by(Bank(), batch), "antwoord.xml")

    assert not BankReading.objects.exists()
    assert balance(AccountKind.ONDERWEG) == 13_500


def test_another_amount_is_listed_and_booked_nowhere(batch, read):
    bank = Bank()
    taken_by(bank, batch)

    reading = read(bank.statements(PAY_ON)[0].replace(b"95.00", b"95.01"))

    assert reading.paid == 1
    assert [each["why"] for each in reading.left] == ["ander bedrag"]
    assert balance(AccountKind.ONDERWEG) == 9_500


def test_the_answer_of_another_municipality_is_refused_whole(batch, buren, read, ingrid):
    bank = Bank()
    taken_by(bank, batch)
    statement, refused = bank.statements(PAY_ON)[0], taken_by(Bank(rejects=NO_FUNDS), batch)

    with within(buren):
        with pytest.raises((OtherMunicipality, ShopOfOthers)):
            read_file(BytesIO(statement), "x", by=ingrid, at=NOON)
        with pytest.raises((OtherMunicipality, ShopOfOthers)):
            read_file(BytesIO(refused), "x", by=ingrid, at=NOON)

    assert balance(AccountKind.ONDERWEG) == 13_500
