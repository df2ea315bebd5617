"""Providers are paid: one person makes the batch, another approves it, and a file comes out."""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.gateways.bank.pain import payment_file
from plein.gateways.bank.payment import Order, Payment
from plein.identity.models import Staff
from plein.kernel.clock import local_day, start_of
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, lock, open_account, transfer
from plein.ledger.models import AccountKind, TransferKind
from plein.tenants.models import Municipality
from plein.tenants.scope import current
from plein.webshop.actions.setting_off import book_set_off, set_off
from plein.webshop.models import (
    BatchStatus,
    OrderLine,
    PaymentInstruction,
    Return,
    SettlementBatch,
)
from plein.webshop.payable import PAYABLE


class NothingToPay(Refusal):
    message = _("Er is niets te betalen: alles tot deze dag is al afgerekend.")


class DayNotOver(Refusal):
    message = _("Kies een dag tot en met vandaag. Wat vandaag is opgehaald komt later.")


class ApproverIsMaker(Refusal):
    message = _("U hebt dit betaalbestand zelf gemaakt. Een collega moet het goedkeuren.")


class AlreadyDecided(Refusal):
    message = _("Over dit betaalbestand is al besloten.")


class NoBankAccount(Refusal):
    message = _("Van uw gemeente is geen rekeningnummer bekend. Vul dat eerst in.")


@transaction.atomic
def make_batch(*, until: date, by: Staff, at: datetime) -> SettlementBatch:
    """Gather what was handed over before `until`; each delivery is in one live batch at most.

    Raises `DayNotOver` and `NothingToPay`.
    """
    if until > local_day(at):
        raise DayNotOver
    lock([open_account(AccountKind.BANK).pk])  # one batch is made at a time
    lines = _payable_before(until)
    if not lines:
        raise NothingToPay
    last = SettlementBatch.objects.aggregate(last=Max("number"))["last"] or 0
    batch = SettlementBatch.objects.create(number=last + 1, until=until, made_by=by, made_at=at)
    _instruct(batch, lines)
    record("webshop.batch.made", on=batch, by=by.actor, at=at, lines=len(lines))
    return batch


def _payable_before(until: date) -> list[OrderLine]:
    """Also what came back after a payment that then was not made: it is owed and due at once."""
    lines = OrderLine.objects.select_for_update(of=["self"]).filter(
        PAYABLE, instruction=None, handed_over_at__lt=start_of(until)
    )
    return list(lines.select_related("pickup__provider").order_by("pickup__provider_id", "pk"))


def _instruct(batch: SettlementBatch, lines: Iterable[OrderLine]) -> None:
    instructions, paid = [], []
    for provider, theirs in groupby(lines, key=lambda line: line.pickup.provider):
        instruction = PaymentInstruction(
            batch=batch, provider=provider, iban=provider.iban, amount=0
        )
        for line in theirs:
            instruction.amount += line.for_provider
            line.instruction = instruction
            paid.append(line)
        instructions.append(instruction)
    returns = set_off(instructions)
    PaymentInstruction.objects.bulk_create(instructions)
    OrderLine.objects.bulk_update(paid, ["instruction"], batch_size=1000)
    Return.objects.bulk_update(returns, ["instruction"], batch_size=1000)


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
    instructions = list(
        batch.instructions.select_related("provider__payable", "provider__organisation").order_by(
            "provider__payable_id"
        )
    )
    _book(batch, instructions, at)
    batch.pay_on = pay_on
    batch.file = file_of(batch, instructions, municipality, pay_on, at)
    batch.file_digest = sha256(batch.file).hexdigest()
    _close(batch, BatchStatus.APPROVED, by=by, at=at)
    return batch


def file_of(
    batch: SettlementBatch,
    instructions: list[PaymentInstruction],
    municipality: Municipality,
    pay_on: date,
    at: datetime,
) -> bytes:
    """The text to a provider holds the batch number, and no person. Empty: nothing is paid."""
    if not any(each.amount for each in instructions):
        return b""
    payer = f"Gemeente {municipality.name}"
    order = Order(batch.message_id, payer, municipality.iban, pay_on, at)
    text = f"Afrekening {batch.number} gemeente {municipality.name}"
    return payment_file(
        order,
        (
            Payment(
                each.end_to_end_id, each.provider.organisation.name, each.iban, each.amount, text
            )
            for each in instructions
            if each.amount
        ),
    )


def _book(batch: SettlementBatch, instructions: list[PaymentInstruction], at: datetime) -> None:
    under_way = open_account(AccountKind.ONDERWEG, batch.pk)
    lock([*(each.provider.payable_id for each in instructions), under_way.pk])
    for instruction in instructions:
        book_set_off(instruction, at)
        if instruction.amount:
            instruction.booked = transfer(
                TransferKind.BETAALOPDRACHT,
                [Move(instruction.provider.payable, under_way, instruction.amount)],
                key=instruction.end_to_end_id,
                at=at,
            )
    PaymentInstruction.objects.bulk_update(instructions, ["booked"])


@transaction.atomic
def reject_batch(batch: SettlementBatch, note: str, *, by: Staff, at: datetime) -> None:
    """Send the batch back; its deliveries can go in a next one. Raises as `approve_batch`."""
    batch = _undecided(batch, by)
    OrderLine.objects.filter(instruction__batch=batch).update(instruction=None)
    Return.objects.filter(instruction__batch=batch).update(instruction=None)
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
