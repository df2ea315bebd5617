"""Everybody is paid: one person makes the batch, another approves it, and a file comes out."""

from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, lock, open_account, transfer
from plein.ledger.models import AccountKind, TransferKind
from plein.tenants.keys import seal_under
from plein.tenants.scope import current
from plein.webshop.actions.gathering import gather, instruct
from plein.webshop.actions.setting_off import book_set_off
from plein.webshop.models import (
    BatchStatus,
    InstructionState,
    OrderLine,
    PaymentInstruction,
    Return,
    SettlementBatch,
)
from plein.webshop.models.settlement import FILE
from plein.webshop.payment_file import file_of, home_of


class NothingToPay(Refusal):
    message = _("Er is niets te betalen: alles tot deze dag is al afgerekend.")


class DayNotOver(Refusal):
    message = _("Kies een dag tot en met vandaag. Wat vandaag is opgehaald komt later.")


class ApproverIsMaker(Refusal):
    message = _("U hebt dit betaalbestand zelf gemaakt. Een collega moet het goedkeuren.")


class AlreadyDecided(Refusal):
    message = _("Over dit betaalbestand is al besloten.")


class NotToSend(Refusal):
    message = _("Dit betaalbestand kan niet naar de bank, of het is er al.")


class NoBankAccount(Refusal):
    message = _("Van uw gemeente is geen rekeningnummer bekend. Vul dat eerst in.")


@transaction.atomic
def make_batch(*, until: date, by: Staff, at: datetime) -> SettlementBatch:
    """Gather what was handed over and approved before `until`, and what the bank sent back.

    Each delivery and claim is in one live batch at most. Raises `DayNotOver`, `NothingToPay`.
    """
    if until > local_day(at):
        raise DayNotOver
    lock([open_account(AccountKind.BANK).pk])  # one batch is made at a time
    found = gather(until)
    if found.is_empty:
        raise NothingToPay
    last = SettlementBatch.objects.aggregate(last=Max("number"))["last"] or 0
    batch = SettlementBatch.objects.create(number=last + 1, until=until, made_by=by, made_at=at)
    instruct(batch, found)
    record("webshop.batch.made", on=batch, by=by.actor, at=at, lines=len(found.lines))
    return batch


@transaction.atomic
def approve_batch(
    batch: SettlementBatch, *, pay_on: date, by: Staff, at: datetime
) -> SettlementBatch:
    """Book the payments and make the file, all or nothing.

    Raises `ApproverIsMaker`, `AlreadyDecided` and `NoBankAccount`.
    """
    batch = _undecided(batch, by)
    municipality = current()
    if not municipality.iban:
        raise NoBankAccount
    related = ("provider__payable", "provider__organisation", "claim__due", "claim__resident")
    order = ("provider__payable_id", "claim__number")
    instructions = list(batch.instructions.select_related(*related).order_by(*order))
    _book(batch, instructions, at)
    batch.pay_on = pay_on
    file = file_of(batch, instructions, municipality, pay_on, by=by.actor, at=at)
    batch.file_digest = sha256(file).hexdigest()
    if file:
        place = str(batch.pk)
        batch.file_sealed = seal_under(municipality, file, purpose=FILE, context=place)
    _close(batch, BatchStatus.APPROVED if file else BatchStatus.DONE, by=by, at=at)
    return batch


def _book(batch: SettlementBatch, instructions: list[PaymentInstruction], at: datetime) -> None:
    under_way = open_account(AccountKind.ONDERWEG, batch.pk)
    owing = [
        open_account(AccountKind.VORDERING, each.provider_id)
        for each in instructions
        if each.set_off
    ]
    lock([*(home_of(each).pk for each in instructions), *(each.pk for each in owing), under_way.pk])
    for instruction in instructions:
        book_set_off(instruction, at)
        if not instruction.amount:
            instruction.state, instruction.ended_at = InstructionState.SET_OFF, at
            continue
        instruction.booked = transfer(
            TransferKind.BETAALOPDRACHT,
            [Move(home_of(instruction), under_way, instruction.amount)],
            key=instruction.end_to_end_id,
            at=at,
        )
    PaymentInstruction.objects.bulk_update(instructions, ["booked", "state", "ended_at"])


@transaction.atomic
def mark_sent(batch: SettlementBatch, *, by: Staff, at: datetime) -> SettlementBatch:
    """Somebody gave the file to the bank. Raises `NotToSend`."""
    batch = SettlementBatch.objects.select_for_update(of=["self"]).get(pk=batch.pk)
    if batch.status != BatchStatus.APPROVED or not batch.file_sealed:
        raise NotToSend
    batch.status, batch.sent_by, batch.sent_at = BatchStatus.SENT, by, at
    batch.save(update_fields=["status", "sent_by", "sent_at"])
    record("webshop.batch.aangeboden", on=batch, by=by.actor, at=at)
    return batch


@transaction.atomic
def reject_batch(batch: SettlementBatch, note: str, *, by: Staff, at: datetime) -> None:
    """Send the batch back; its deliveries can go in a next one. Raises as `approve_batch`."""
    batch = _undecided(batch, by)
    OrderLine.objects.filter(instruction__batch=batch).update(instruction=None)
    Return.objects.filter(instruction__batch=batch).update(instruction=None)
    PaymentInstruction.objects.filter(again_in__batch=batch).update(again_in=None)
    batch.note = note
    _close(batch, BatchStatus.REJECTED, by=by, at=at)


def _undecided(batch: SettlementBatch, by: Staff) -> SettlementBatch:
    batch = SettlementBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.status != BatchStatus.PROPOSED:
        raise AlreadyDecided
    if batch.made_by_id == by.pk:
        raise ApproverIsMaker
    return batch


def _close(batch: SettlementBatch, status: BatchStatus, *, by: Staff, at: datetime) -> None:
    batch.status, batch.decided_by, batch.decided_at = status, by, at
    batch.save()
    record(f"webshop.batch.{status}", on=batch, by=by.actor, at=at, digest=batch.file_digest)
