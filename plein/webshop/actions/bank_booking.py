"""An answer of the bank, in the ledger and on the payment."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import Account, AccountKind, TransferKind
from plein.webshop.models import (
    BankReading,
    BatchStatus,
    Claim,
    ClaimStatus,
    InstructionState,
    PaymentInstruction,
    SettlementBatch,
)
from plein.webshop.payment_file import home_of


class Booked:
    """Counted in the reading of the file. The keys make that each is booked once."""

    def __init__(self, reading: BankReading, at: datetime) -> None:
        self.reading, self.at = reading, at
        self.changed: dict[object, PaymentInstruction] = {}
        self.refused: dict[object, str] = {}

    def pay(self, sent: PaymentInstruction) -> None:
        move = Move(_under_way(sent), open_account(AccountKind.BANK), sent.amount)
        key = f"{sent.end_to_end_id}-betaald"
        transfer(TransferKind.BETAALD, [move], key=key, at=self.at)
        self._end(sent, InstructionState.PAID, ClaimStatus.PAID)
        self.reading.paid += 1
        self.reading.paid_cents += sent.amount

    def give_back(self, sent: PaymentInstruction, reason: str) -> None:
        """It can be paid again: the next batch takes it along."""
        was_paid = sent.state == InstructionState.PAID
        source = open_account(AccountKind.BANK) if was_paid else _under_way(sent)
        move = Move(source, home_of(sent), sent.amount)
        key = f"{sent.end_to_end_id}-terug"
        transfer(TransferKind.TERUGGEBOEKT, [move], key=key, at=self.at)
        sent.bank_says = reason
        self._end(sent, InstructionState.BACK, ClaimStatus.APPROVED)
        self.reading.returned += 1
        self.reading.returned_cents += sent.amount

    def refuse(self, sent: Sequence[PaymentInstruction], reason: str) -> None:
        """All of a file."""
        for each in sent:
            self.refused[each.batch_id] = reason
            self.give_back(each, reason)

    def leave(self, key: str, cents: int | None, why: str) -> None:
        self.reading.left.append({"why": str(why), "id": key, "cents": cents or 0})

    def close(self, batches: Iterable[SettlementBatch]) -> None:
        changed = list(self.changed.values())
        PaymentInstruction.objects.bulk_update(changed, ["state", "bank_says", "ended_at"])
        for batch in batches:
            status = self._status_of(batch)
            if status in SettlementBatch.MOVES[BatchStatus(batch.status)]:
                batch.status, batch.bank_says = status, self.refused.get(batch.pk, "")
                batch.save(update_fields=["status", "bank_says"])

    def _status_of(self, batch: SettlementBatch) -> BatchStatus:
        states = set(batch.instructions.values_list("state", flat=True))
        if batch.pk in self.refused and states <= {InstructionState.BACK, InstructionState.SET_OFF}:
            return BatchStatus.REFUSED
        if InstructionState.OPEN in states:
            return BatchStatus.SENT
        return BatchStatus.PARTLY if InstructionState.BACK in states else BatchStatus.DONE

    def _end(self, sent: PaymentInstruction, state: InstructionState, claim: ClaimStatus) -> None:
        sent.state, sent.ended_at = state, self.at
        self.changed[sent.pk] = sent
        if sent.claim_id:
            Claim.objects.filter(pk=sent.claim_id).update(status=claim)


def _under_way(sent: PaymentInstruction) -> Account:
    return open_account(AccountKind.ONDERWEG, sent.batch_id)
