"""What the bank did with the payments of the shop: paid, or back to where the money came from.

What is not of the shop is for others; what differs by a cent is listed and booked nowhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.gateways.bank.camt import Kind, entries
from plein.gateways.bank.pain002 import statuses
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.tenants.scope import current
from plein.webshop.actions.bank_booking import Booked
from plein.webshop.matching import (
    batch_in,
    instructions_in,
    is_of_shop,
    locked_batches,
    municipality_in,
    names_payment,
)
from plein.webshop.models import BankReading, InstructionState, PaymentInstruction


class Left(models.TextChoices):
    """Why an answer was booked nowhere."""

    AMOUNT = "ander bedrag", _("Het bedrag is anders dan wij vroegen. Bel de bank.")
    AGAIN = "al gelezen", _("Dit was al gelezen. Kijk of de bank het twee keer boekte.")
    AFTER_RETURN = "na terugkomst", _("Dit bedrag was al teruggekomen. Kijk op het afschrift.")
    UNKNOWN = "onbekend", _("Deze betaling kennen wij niet. Kijk op het afschrift.")


class ShopOfOthers(Refusal):
    message = _("Dit bestand is van een andere rekening dan die van uw gemeente.")


@dataclass(frozen=True, slots=True)
class Answer:
    """About one payment or a whole file (`key`). `cents` is None where unsaid."""

    kind: Kind
    key: str
    cents: int | None = None
    reason: str = ""


@transaction.atomic(savepoint=False)
def read_answers(
    content: BinaryIO, file: UUID, *, is_statement: bool, by: Staff, at: datetime
) -> BankReading | None:
    """None where nothing in it is of the shop. Once for a file, as who calls sees to.

    Raises `ShopOfOthers`.
    """
    answers = list(_in_statement(content) if is_statement else _in_status(content))
    if not answers:
        return None
    reading = BankReading(file=file, read_at=at)
    batches = locked_batches(answer.key for answer in answers)
    found = {each.end_to_end_id: each for each in instructions_in(batches.values())}
    booked = Booked(reading, at)
    for answer in answers:
        if names_payment(answer.key):
            _one(answer, found.get(answer.key), booked)
        else:
            _all(answer, _of(found.values(), batch_in(answer.key)), booked)
    booked.close(batches.values())
    reading.save(force_insert=True)
    record("webshop.bank.read", on=reading, by=by.actor, at=at, answers=len(answers))
    return reading


def _in_statement(content: BinaryIO) -> Iterator[Answer]:
    for entry in entries(content):
        is_whole = entry.kind == Kind.PAID and not entry.end_to_end_id
        key = entry.batch if is_whole else entry.end_to_end_id
        if _is_ours(key):
            yield Answer(entry.kind, key, entry.cents, entry.reason)


def _in_status(content: BinaryIO) -> Iterator[Answer]:
    """Only what was refused changes something; that it was taken says not that it was paid."""
    refused: set[str] = set()
    for status in statuses(content):
        key = status.end_to_end_id or status.message_id
        if status.is_rejected and _is_ours(key) and key not in refused:
            refused.add(key)
            yield Answer(Kind.RETURNED, key, reason=status.reason or "RJCT")


def _is_ours(key: str) -> bool:
    if not is_of_shop(key):
        return False
    if municipality_in(key) != current().pk:
        raise ShopOfOthers
    return True


def _of(found: Iterable[PaymentInstruction], number: int) -> list[PaymentInstruction]:
    return [each for each in found if each.batch.number == number]


def _one(answer: Answer, sent: PaymentInstruction | None, booked: Booked) -> None:
    why = _why_not(answer, sent)
    if sent is None or why:
        booked.leave(answer.key, answer.cents, why or Left.UNKNOWN)
    elif answer.kind == Kind.PAID:
        booked.pay(sent)
    else:
        booked.give_back(sent, answer.reason)


def _why_not(answer: Answer, sent: PaymentInstruction | None) -> Left | None:
    if sent is None or answer.kind not in (Kind.PAID, Kind.RETURNED):
        return Left.UNKNOWN
    if answer.cents is not None and answer.cents != sent.amount:
        return Left.AMOUNT
    if sent.state == InstructionState.BACK:
        return Left.AFTER_RETURN if answer.kind == Kind.PAID else Left.AGAIN
    is_again = answer.kind == Kind.PAID and sent.state == InstructionState.PAID
    return Left.AGAIN if is_again else None


def _all(answer: Answer, sent: Sequence[PaymentInstruction], booked: Booked) -> None:
    """A total of one of our files, or a file that was refused as a whole."""
    under_way = [each for each in sent if each.state == InstructionState.OPEN]
    if not under_way:
        booked.leave(answer.key, answer.cents, Left.AGAIN if sent else Left.UNKNOWN)
    elif answer.kind == Kind.RETURNED:
        booked.refuse(under_way, answer.reason)
    elif answer.cents == sum(each.amount for each in under_way):
        for each in under_way:
            booked.pay(each)
    else:
        booked.leave(answer.key, answer.cents, Left.AMOUNT)
