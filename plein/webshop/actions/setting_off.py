"""A provider that owes for what came back gets less, until all of it is set off."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Sum

from plein.ledger.actions import Move, open_account, transfer
from plein.ledger.models import Account, AccountKind, TransferKind
from plein.webshop.models import BatchStatus, PaymentInstruction, Return


def set_off(instructions: Sequence[PaymentInstruction]) -> list[Return]:
    """Take off each what its provider owes, at most all of it. The returns that come with it."""
    providers = [each.payee_id for each in instructions]
    owed, returns = _owed(providers), _not_set_off(providers)
    for instruction in instructions:
        theirs = returns[instruction.payee_id]
        for row in theirs:
            row.instruction = instruction
        all_of_it = owed.get(instruction.payee_id, 0)
        instruction.owed_before = all_of_it - sum(row.owed for row in theirs)
        instruction.set_off = min(all_of_it, instruction.amount)
        instruction.amount -= instruction.set_off
    return [row for rows in returns.values() for row in rows]


def book_set_off(instruction: PaymentInstruction, at: datetime) -> None:
    if instruction.set_off and instruction.provider:
        owing = open_account(AccountKind.VORDERING, instruction.provider_id)
        transfer(
            TransferKind.VERREKENEN,
            [Move(instruction.provider.payable, owing, instruction.set_off)],
            key=f"verreken-{instruction.pk}",
            at=at,
        )


def _owed(providers: Sequence[UUID]) -> dict[UUID, int]:
    """In cents, without what a batch that waits for approval sets off already."""
    owners = [str(provider) for provider in providers]
    accounts = Account.objects.filter(kind=AccountKind.VORDERING, owner__in=owners)
    owed = {UUID(owner): -cents for owner, cents in accounts.values_list("owner", "balance")}
    waiting = PaymentInstruction.objects.filter(
        provider__in=providers, batch__status=BatchStatus.PROPOSED
    )
    for provider, cents in waiting.values_list("provider").annotate(cents=Sum("set_off")):
        owed[provider] = owed.get(provider, 0) - cents
    return owed


def _not_set_off(providers: Sequence[UUID]) -> dict[UUID, list[Return]]:
    rows = Return.objects.select_for_update(of=["self"]).filter(
        line__pickup__provider__in=providers, owed__gt=0, instruction=None
    )
    found: dict[UUID, list[Return]] = defaultdict(list)
    for row in rows.select_related("line__pickup").order_by("came_back_at", "pk"):
        found[row.line.pickup.provider_id].append(row)
    return found
