"""The file of a batch for the bank: to providers and to residents."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from plein.audit.actions import Purpose
from plein.gateways.bank.pain import payment_file
from plein.gateways.bank.payment import Order, Payment
from plein.kernel.actor import Actor
from plein.ledger.models import Account
from plein.tenants.models import Municipality
from plein.webshop.claim_words import payee_in, read
from plein.webshop.models import PaymentInstruction, SettlementBatch

WHY = Purpose("om uw declaratie te betalen", "Gemeentewet art. 108")


def home_of(instruction: PaymentInstruction) -> Account:
    """Where its money comes from, and goes back to when the bank returns it."""
    if instruction.provider:
        return instruction.provider.payable
    return instruction.claim.due  # type: ignore[union-attr,return-value]  # approved


def file_of(
    batch: SettlementBatch,
    instructions: Sequence[PaymentInstruction],
    municipality: Municipality,
    pay_on: date,
    *,
    by: Actor,
    at: datetime,
) -> bytes:
    """The text to a provider holds the batch number, and no person. Empty: nothing is paid."""
    paid = [each for each in instructions if each.amount]
    if not paid:
        return b""
    payer = f"Gemeente {municipality.name}"
    order = Order(batch.message_id, payer, municipality.iban, pay_on, at)
    return payment_file(order, _payments(batch, paid, municipality, by, at))


def _payments(
    batch: SettlementBatch,
    instructions: Sequence[PaymentInstruction],
    municipality: Municipality,
    by: Actor,
    at: datetime,
) -> Iterator[Payment]:
    place = f"gemeente {municipality.name}"
    for each in instructions:
        key, cents = each.end_to_end_id, each.amount
        if each.provider:
            text = f"Afrekening {batch.number} {place}"
            yield Payment(key, each.provider.organisation.name, each.iban, cents, text)
        elif claim := each.claim:
            payee = payee_in(read(claim, ["payee"], purpose=WHY, by=by, at=at)["payee"])
            yield Payment(key, payee.name, payee.iban, cents, f"Declaratie {claim.number} {place}")
