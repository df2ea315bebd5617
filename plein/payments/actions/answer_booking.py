"""Many answers of the bank at once, in the ledger and on the lines."""

from collections.abc import Iterable
from datetime import datetime

from plein.audit.many import record_each
from plein.identity.models import Staff
from plein.ledger.actions import open_account
from plein.ledger.bulk import Booking, book_all
from plein.ledger.models import Account, AccountKind, TransferKind
from plein.payments.matching import Sent, back_key, paid_key
from plein.payments.models import BankFile, LineState, Returned, RunLine


class Answers:
    """Collected first, so that a large file takes few statements."""

    def __init__(self, file: BankFile, by: Staff, at: datetime) -> None:
        self.file, self.by, self.at = file, by, at
        self.bookings: list[Booking] = []
        self.paid: dict[int, RunLine] = {}
        self.back: dict[int, RunLine] = {}
        self.returns: list[Returned] = []
        self.bank: Account | None = None
        self.under_way: dict[object, Account] = {}

    def pay(self, sent: Sent) -> None:
        changes = {self._under_way(sent).pk: -sent.cents, self._bank().pk: sent.cents}
        self.bookings.append(Booking(TransferKind.BETAALD, paid_key(sent.key), changes))
        sent.was_paid = True
        self.file.paid += 1
        self.file.paid_cents += sent.cents
        if sent.off is None:
            sent.line.state = LineState.PAID
            self.paid[sent.line.pk] = sent.line

    def give_back(self, sent: Sent, reason: str, *, whole_file: bool = False) -> None:
        """Where a whole file was refused nothing is wrong with an account."""
        source = self._bank() if sent.was_paid else self._under_way(sent)
        changes = {source.pk: -sent.cents, sent.home: sent.cents}
        self.bookings.append(Booking(TransferKind.TERUGGEBOEKT, back_key(sent.key), changes))
        sent.came_back = True
        self.file.returned += 1
        self.file.returned_cents += sent.cents
        if sent.off is None:
            sent.line.state, sent.line.bank_says = LineState.RETURNED, reason
            self.back[sent.line.pk] = sent.line
            self.paid.pop(sent.line.pk, None)
        if sent.off or not whole_file:
            self.returns.append(
                Returned(
                    line=sent.line,
                    off=sent.off,
                    file=self.file,
                    reason=reason,
                    cents=sent.cents,
                    came_at=self.at,
                )
            )

    def book(self) -> None:
        book_all(self.bookings, at=self.at)
        RunLine.objects.filter(pk__in=self.paid).update(state=LineState.PAID)
        _say(self.back.values())
        Returned.objects.bulk_create(self.returns)
        awards = ((each.line.award, {"reason": each.reason}) for each in self.returns)
        record_each("payments.payment.returned", awards, by=self.by.actor, at=self.at)

    def _bank(self) -> Account:
        self.bank = self.bank or open_account(AccountKind.BANK)
        return self.bank

    def _under_way(self, sent: Sent) -> Account:
        run = sent.line.run_id
        if run not in self.under_way:
            self.under_way[run] = open_account(AccountKind.ONDERWEG, run)
        return self.under_way[run]


def _say(lines: Iterable[RunLine]) -> None:
    RunLine.objects.bulk_update(list(lines), ["state", "bank_says"], batch_size=1_000)
