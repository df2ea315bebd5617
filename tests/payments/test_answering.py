"""What the bank answers: paid, back to where it came from, or listed and booked nowhere."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from plein.audit.models import Act
from plein.gateways.bank.simulator import CLOSED, DECEASED, Bank, Taken, status_report
from plein.gateways.bank.stream import NotABankFile
from plein.identity.actions import know_resident
from plein.identity.gate import seal_for
from plein.identity.models import Role
from plein.kernel.bsn import Bsn
from plein.ledger.actions import open_account
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.payments.actions.answering import FileWasRead, OtherMunicipality
from plein.payments.actions.returning import (
    AlreadyDealtWith,
    BailiffIsFirst,
    SayWhatYouDid,
    settle_return,
)
from plein.payments.checks import Flag
from plein.payments.known import ACCOUNT
from plein.payments.models import (
    AccountState,
    BankFile,
    Deduction,
    DeductionKind,
    LineState,
    PayAccount,
    Returned,
    RunLine,
)
from plein.payments.payee import Payee
from plein.payments.paying import PAYEE
from plein.tenants.scope import within
from plein.workflows.bank_answers import read_file
from tests.cast import NOON, TESTS, staff_member
from tests.payments.conftest import AT, DECEMBER, OF_KATJA, PAY_ON

MORE = [Bsn(number) for number in ("999990019", "999990020", "999993409")]
LATER = AT + timedelta(days=30)
IN_JANUARY = date(2027, 1, 5)


@pytest.fixture
def four(award_of):
    """Katja and three others."""
    others = [know_resident(bsn, by=TESTS, at=NOON) for bsn in MORE]
    return [award_of()] + [
        award_of(resident=each, number=f"E-{number}") for number, each in enumerate(others)
    ]


@pytest.fixture
def read(ingrid):
    def read(content: bytes, name: str = "afschrift.xml", at=AT) -> BankFile:
        return read_file(BytesIO(content), name, by=ingrid, at=at)

    return read


@pytest.fixture
def bank_of():
    """A bank that took the files of a run."""

    def take(run, **faults) -> Bank:
        bank = Bank(**faults)
        for file in run.files.all():
            bank.take(bytes(file.content))
        return bank

    return take


def balance(kind: AccountKind) -> int:
    return sum(Account.objects.filter(kind=kind).values_list("balance", flat=True))


def states(run) -> list[str]:
    return list(run.lines.order_by("number").values_list("state", flat=True))


def first_id(run) -> str:
    return run.lines.get(number=1).end_to_end_id


@pytest.mark.parametrize("one_total", [False, True])
def test_what_the_bank_booked_is_paid(four, paid, bank_of, read, one_total):
    run = paid()

    found = read(*bank_of(run).statements(PAY_ON, one_total=one_total))

    assert (found.paid, found.paid_cents, found.left) == (4, 4 * 134_849, [])
    assert states(run) == [LineState.PAID] * 4
    assert (balance(AccountKind.ONDERWEG), balance(AccountKind.BANK)) == (0, 4 * 134_849)
    assert check_books().is_right()


def test_a_file_twice_says_when_it_was_read_and_changes_nothing(four, paid, bank_of, read):
    (statement,) = bank_of(paid()).statements(PAY_ON)
    read(statement)

    with pytest.raises(FileWasRead) as refused:
        read(statement, name="anders.xml", at=LATER)

    assert "01-12-2026" in str(refused.value)
    assert BankFile.objects.count() == 1
    assert balance(AccountKind.BANK) == 4 * 134_849


def test_the_same_payments_in_another_file_are_listed_and_not_booked(four, paid, bank_of, read):
    bank = bank_of(paid())
    read(*bank.statements(PAY_ON))

    again = read(*bank.statements(date(2026, 12, 5)))

    assert (again.paid, again.sums) == (0, {"al gelezen": [4, 4 * 134_849]})
    assert balance(AccountKind.BANK) == 4 * 134_849


def test_two_parts_together_pay_everybody(four, paid, bank_of, read):
    run = paid()
    first, last = bank_of(run).statements(PAY_ON, parts=2)

    assert read(first).paid == 2
    assert sorted(states(run)) == sorted([LineState.PAID, LineState.BOOKED] * 2)
    assert read(last).paid == 2
    assert states(run) == [LineState.PAID] * 4


def test_what_came_back_is_owed_again(four, paid, bank_of, read):
    run = paid()
    line = run.lines.get(number=1)

    found = read(*bank_of(run, returns={first_id(run): CLOSED}).statements(PAY_ON))

    line.refresh_from_db()
    assert (line.state, line.bank_says) == (LineState.RETURNED, "AC04")
    assert (found.paid, found.returned, found.returned_cents) == (4, 1, 134_849)
    assert Account.objects.get(pk=line.award.due_id).balance == 134_849
    assert balance(AccountKind.BANK) == 3 * 134_849
    assert Act.objects.get(name="payments.payment.returned").object_id == str(line.award_id)
    assert check_books().is_right()


def test_a_return_that_is_read_before_its_payment_ends_the_same(four, paid, bank_of, read):
    run = paid()
    bank = bank_of(run, returns={first_id(run): CLOSED})
    first, last = bank.statements(PAY_ON, parts=2)

    read(last)
    found = read(first)

    assert found.sums == {"na terugkomst": [1, 134_849]}
    assert sorted(states(run)) == sorted([LineState.RETURNED] + [LineState.PAID] * 3)
    assert balance(AccountKind.BANK) == 3 * 134_849
    assert check_books().is_right()


def test_one_total_is_known_also_when_a_return_was_read_first(four, paid, bank_of, read):
    run = paid()
    bank = bank_of(run, returns={first_id(run): CLOSED})
    *_payments, returns = bank.statements(PAY_ON, parts=5)
    read(returns)

    found = read(*bank_of(run).statements(PAY_ON, one_total=True))

    assert (found.paid, found.left) == (3, [])
    assert (balance(AccountKind.ONDERWEG), balance(AccountKind.BANK)) == (0, 3 * 134_849)
    assert check_books().is_right()


def test_one_total_that_has_what_the_bank_refused_is_listed(four, paid, bank_of, read):
    run = paid()
    sent = Taken(f"{run.message_id}-D1", f"{run.message_id}-D1-1", "", [])
    read(status_report(sent, payments={first_id(run): "AC01"}))

    found = read(*bank_of(run).statements(PAY_ON, one_total=True))

    assert (found.paid, found.sums) == (0, {"ander bedrag": [1, 4 * 134_849]})


def next_line(line: RunLine, calculated, at=LATER) -> RunLine:
    run = calculated(DECEMBER, IN_JANUARY, at)
    return run.lines.get(award=line.award)


def test_a_closed_account_waits_for_another_one(four, paid, bank_of, read, calculated, noor):
    run = paid()
    line = run.lines.get(number=1)
    read(*bank_of(run, returns={line.end_to_end_id: CLOSED}).statements(PAY_ON))
    award = line.award
    row = PayAccount(
        award=award, state=AccountState.CONFIRMED, known_at=LATER, settled_at=LATER, staff=noor
    )
    row.content_sealed = seal_for(award.resident, row.pk, ACCOUNT, OF_KATJA.written())
    row.save(force_insert=True)

    found = next_line(line, calculated, LATER + timedelta(days=1))

    assert Flag.CAME_BACK not in found.flags
    assert Flag.NEW_ACCOUNT in found.flags
    assert (found.carried, found.pays) == (134_849, 2 * 134_849)


def test_after_a_return_nothing_more_is_paid_by_itself(four, paid, bank_of, read):
    run = paid()
    line = run.lines.get(number=1)
    read(*bank_of(run, returns={line.end_to_end_id: DECEASED}).statements(PAY_ON))

    later = paid(DECEMBER, IN_JANUARY, LATER)

    held = later.lines.get(award=line.award)
    assert (held.state, Flag.CAME_BACK in held.flags) == (LineState.HELD, True)
    assert later.lines.filter(state=LineState.BOOKED).count() == 3
    assert Account.objects.get(pk=line.award.due_id).balance == 2 * 134_849
    assert check_books().is_right()


def test_of_somebody_who_died_another_account_is_not_enough(
    four, paid, bank_of, read, calculated, ingrid, noor
):
    run = paid()
    line = run.lines.get(number=1)
    read(*bank_of(run, returns={line.end_to_end_id: DECEASED}).statements(PAY_ON))
    award = line.award
    row = PayAccount(
        award=award, state=AccountState.CONFIRMED, known_at=LATER, settled_at=LATER, staff=noor
    )
    row.content_sealed = seal_for(award.resident, row.pk, ACCOUNT, OF_KATJA.written())
    row.save(force_insert=True)

    assert Flag.CAME_BACK in next_line(line, calculated, LATER + timedelta(days=1)).flags


def test_who_looked_says_what_was_done_and_lets_it_go(
    four, paid, bank_of, read, calculated, ingrid
):
    run = paid()
    line = run.lines.get(number=1)
    read(*bank_of(run, returns={line.end_to_end_id: DECEASED}).statements(PAY_ON))
    returned = Returned.objects.get()

    with pytest.raises(SayWhatYouDid):
        settle_return(returned, " ", by=ingrid, at=AT)
    settle_return(returned, "Zij leeft nog, zegt de BRP.", by=ingrid, at=AT)
    with pytest.raises(AlreadyDealtWith):
        settle_return(returned, "Nog eens", by=ingrid, at=AT)

    assert Flag.CAME_BACK not in next_line(line, calculated).flags


def test_a_file_that_the_bank_refuses_is_owed_again_and_nobody_is_stopped(
    four, paid, read, bank_of, calculated
):
    run = paid()
    refused = Bank(rejects="AM04").take(bytes(run.files.get().content))

    found = read(refused, name="status.xml")

    assert (found.rejected_as, found.returned) == ("AM04", 4)
    assert states(run) == [LineState.RETURNED] * 4
    assert (balance(AccountKind.ONDERWEG), balance(AccountKind.UITKERING)) == (0, 4 * 134_849)
    assert Flag.CAME_BACK not in next_line(run.lines.get(number=1), calculated).flags
    assert check_books().is_right()


def test_a_file_that_the_bank_took_is_not_paid_yet(four, paid, read):
    run = paid()

    found = read(Bank().take(bytes(run.files.get().content)))

    assert (found.entries, found.returned, found.rejected_as) == (1, 0, "")
    assert states(run) == [LineState.BOOKED] * 4


def test_a_file_that_was_paid_is_not_taken_back_by_a_late_refusal(four, paid, bank_of, read):
    run = paid()
    bank = bank_of(run)
    read(*bank.statements(PAY_ON))

    found = read(bank.take(bytes(run.files.get().content)))

    assert (found.returned, list(found.sums)) == (0, ["al gelezen"])
    assert states(run) == [LineState.PAID] * 4


def test_one_payment_that_is_refused_beforehand_comes_back_alone(four, paid, read):
    run = paid()
    sent = Taken(f"{run.message_id}-D1", f"{run.message_id}-D1-1", "", [])

    found = read(status_report(sent, payments={first_id(run): "AC01"}))

    assert (found.returned, Returned.objects.get().reason) == (1, "AC01")
    assert sorted(states(run)) == sorted([LineState.RETURNED] + [LineState.BOOKED] * 3)


def test_an_amount_that_differs_is_listed_and_booked_nowhere(four, paid, bank_of, read):
    run = paid()
    (statement,) = bank_of(run).statements(PAY_ON)
    changed = statement.replace(b"1348.49", b"1348.50", 1)

    found = read(changed)

    (left,) = found.left
    assert (left["why"], left["cents"], left["id"]) == ("ander bedrag", 134_850, first_id(run))
    assert (found.paid, balance(AccountKind.ONDERWEG)) == (3, 134_849)


def test_an_id_that_we_never_gave_out_is_listed(four, paid, bank_of, read):
    run = paid()
    (statement,) = bank_of(run).statements(PAY_ON)
    unknown = f"{run.message_id}-99"
    foreign = statement.replace(first_id(run).encode() + b"<", unknown.encode() + b"<")

    found = read(foreign)

    assert found.left == [
        {
            "why": "onbekend",
            "id": unknown,
            "ref": found.left[0]["ref"],
            "cents": 134_849,
            "on": "2026-12-04",
        }
    ]


def test_what_others_wrote_is_not_kept(four, paid, bank_of, read):
    run = paid()
    (statement,) = bank_of(run).statements(PAY_ON)

    found = read(statement.replace(first_id(run).encode() + b"<", b"Huur van Jansen<"))

    assert (found.sums, found.left[0]["id"]) == ({"iets anders": [1, 134_849]}, "")


def test_a_statement_of_another_account_is_refused(four, paid, bank_of, read):
    run = paid()
    bank = bank_of(run)
    for file in bank.taken.values():
        file.iban = "NL02ABNA0123456789"

    with pytest.raises(OtherMunicipality):
        read(*bank.statements(PAY_ON))

    assert not BankFile.objects.exists()


def test_a_file_about_payments_of_emmen_is_refused_in_buren(four, paid, bank_of, buren):
    run = paid()
    (statement,) = bank_of(run).statements(PAY_ON)
    refusal = Bank(rejects="AM04").take(bytes(run.files.get().content))

    with within(buren):
        rik = staff_member("rik", Role.FINANCE)
        for content in (statement, refusal):
            with pytest.raises(OtherMunicipality):
                read_file(BytesIO(content), "x", by=rik, at=AT)
    assert states(run) == [LineState.BOOKED] * 4


def test_another_kind_of_file_is_refused(emmen, read):
    with pytest.raises(NotABankFile):
        read(b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"/>')


@pytest.fixture
def to_others(four, noor, tom):
    """A bailiff and a landlord get a part of what Katja gets."""

    def make(kind: DeductionKind) -> Deduction:
        row = Deduction(
            award=four[0],
            kind=kind,
            per_month=5_000,
            account=open_account(AccountKind.INHOUDING, kind),
            from_month=date(2026, 11, 1),
            made_by=noor,
            made_at=NOON,
            agreed_by=tom,
            agreed_at=NOON,
        )
        payee = Payee(name="Woonstichting", iban="NL91ABNA0417164300", reference="H1")
        row.payee_sealed = seal_for(four[0].resident, row.pk, PAYEE, payee.written())
        row.save(force_insert=True)
        return row

    return make


def test_what_was_for_somebody_else_stays_set_apart(to_others, paid, bank_of, read, ingrid):
    rent = to_others(DeductionKind.RENT)
    run = paid()
    key = f"{run.lines.get(award=rent.award).end_to_end_id}-1"

    found = read(*bank_of(run, returns={key: CLOSED}).statements(PAY_ON))

    rent.account.refresh_from_db()
    assert (found.paid, found.returned, rent.account.balance) == (5, 1, 5_000)
    assert run.lines.get(award=rent.award).state == LineState.PAID
    settle_return(Returned.objects.get(), "Terug", to_resident=True, by=ingrid, at=AT)
    rent.account.refresh_from_db()
    assert rent.account.balance == 0
    assert Account.objects.get(pk=rent.award.due_id).balance == 5_000
    assert check_books().is_right()


def test_what_is_for_a_bailiff_does_not_go_to_the_resident(to_others, paid, bank_of, read, ingrid):
    seizure = to_others(DeductionKind.SEIZURE)
    run = paid()
    key = f"{run.lines.get(award=seizure.award).end_to_end_id}-1"
    read(*bank_of(run, returns={key: CLOSED}).statements(PAY_ON))
    returned = Returned.objects.get()

    with pytest.raises(BailiffIsFirst):
        settle_return(returned, "Terug", to_resident=True, by=ingrid, at=AT)
    settle_return(returned, "Overgemaakt", by=ingrid, at=AT)

    seizure.account.refresh_from_db()
    assert seizure.account.balance == 0
    assert balance(AccountKind.BANK) == 4 * 134_849
    assert check_books().is_right()


def test_queries_do_not_grow_with_the_payments(
    four, paid, bank_of, read, django_assert_max_num_queries
):
    (statement,) = bank_of(paid()).statements(PAY_ON)

    with django_assert_max_num_queries(20):
        read(statement)
