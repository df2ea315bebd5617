"""What there is to pay, and to whom: one instruction for each provider, and for each claim."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from plein.kernel.clock import start_of
from plein.webshop.actions.setting_off import set_off
from plein.webshop.models import (
    Claim,
    ClaimStatus,
    InstructionState,
    OrderLine,
    PaymentInstruction,
    Provider,
    Return,
    SettlementBatch,
)
from plein.webshop.payable import PAYABLE


@dataclass(frozen=True, slots=True)
class Payable:
    """All of it locked. `back` came back from the bank, and is paid again."""

    lines: list[OrderLine]
    claims: list[Claim]
    back: list[PaymentInstruction]

    @property
    def is_empty(self) -> bool:
        return not (self.lines or self.claims or self.back)


def gather(until: date) -> Payable:
    """Also what came back after a payment that then was not made: it is owed and due at once."""
    lines = OrderLine.objects.select_for_update(of=["self"]).filter(
        PAYABLE, instruction=None, handed_over_at__lt=start_of(until)
    )
    claims = Claim.objects.select_for_update(of=["self"]).filter(
        status=ClaimStatus.APPROVED, instructions=None, decided_at__lt=start_of(until)
    )
    back = PaymentInstruction.objects.select_for_update(of=["self"]).filter(
        state=InstructionState.BACK, again_in=None
    )
    return Payable(
        list(lines.select_related("pickup__provider").order_by("pickup__provider_id", "pk")),
        list(claims.order_by("pk")),
        list(back.select_related("provider", "claim").order_by("pk")),
    )


def instruct(batch: SettlementBatch, found: Payable) -> None:
    to_providers = _to_providers(batch, found)
    returns = set_off(list(to_providers.values()))
    to_residents = [
        PaymentInstruction(batch=batch, claim=claim, amount=claim.approved or 0)
        for claim in [*found.claims, *(each.claim for each in found.back if each.claim)]
    ]
    PaymentInstruction.objects.bulk_create([*to_providers.values(), *to_residents])
    by_claim = {each.claim_id: each for each in to_residents}
    for each in found.back:
        provider = each.provider_id
        each.again_in = to_providers[provider] if provider else by_claim[each.claim_id]
    PaymentInstruction.objects.bulk_update(found.back, ["again_in"])
    OrderLine.objects.bulk_update(found.lines, ["instruction"], batch_size=1000)
    Return.objects.bulk_update(returns, ["instruction"], batch_size=1000)


def _to_providers(batch: SettlementBatch, found: Payable) -> dict[UUID, PaymentInstruction]:
    """With the account of now: a payment that came back may go to another one."""
    cents: dict[Provider, int] = defaultdict(int)
    for line in found.lines:
        cents[line.pickup.provider] += line.for_provider
    for each in found.back:
        if each.provider:
            cents[each.provider] += each.amount
    made = {
        provider.pk: PaymentInstruction(
            batch=batch, provider=provider, iban=provider.iban, amount=amount
        )
        for provider, amount in cents.items()
    }
    for line in found.lines:
        line.instruction = made[line.pickup.provider_id]
    return made
