"""A budget that runs is raised, or stands still for a while."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, transfer
from plein.ledger.models import TransferKind
from plein.ledger.refusals import NotEnoughMoney
from plein.webshop.actions.ending import GrantHasEnded, locked_grant
from plein.webshop.actions.grants import PotIsEmpty
from plein.webshop.models import BlockReason, Grant, GrantStatus

RUNNING = (GrantStatus.ACTIVE, GrantStatus.BLOCKED)


class CannotBlock(Refusal):
    message = _("Dit budget staat al stil, of is gestopt.")


class NotBlocked(Refusal):
    message = _("Dit budget staat niet stil.")


@transaction.atomic
def raise_grant(grant: Grant, cents: int, *, key: str, by: Actor, at: datetime) -> Grant:
    """More money from the pot; the same key raises once. Raises `GrantHasEnded`, `PotIsEmpty`."""
    grant = locked_grant(grant)
    if grant.status not in RUNNING:
        raise GrantHasEnded
    before = grant.budget.balance
    move = Move(grant.period.pot, grant.budget, cents)
    try:
        transfer(TransferKind.TOEKENNEN, [move], key=f"raise-{grant.pk}-{key}", at=at)
    except NotEnoughMoney:
        raise PotIsEmpty from None
    grant.budget.refresh_from_db()
    if grant.budget.balance != before:
        Grant.objects.filter(pk=grant.pk).update(amount=F("amount") + cents)
        record("webshop.grant.raised", on=grant, by=by, at=at, cents=cents)
    return grant


@transaction.atomic
def block_grant(grant: Grant, because: BlockReason, *, by: Actor, at: datetime) -> None:
    """Nothing can be ordered from it; what was ordered stays. Raises `CannotBlock`."""
    _move(grant, GrantStatus.BLOCKED, because, CannotBlock, by=by, at=at)


@transaction.atomic
def unblock_grant(grant: Grant, *, by: Actor, at: datetime) -> None:
    """It can be used again. Raises `NotBlocked`."""
    _move(grant, GrantStatus.ACTIVE, "", NotBlocked, by=by, at=at)


def _move(
    grant: Grant, to: GrantStatus, because: str, wrong: type[Refusal], *, by: Actor, at: datetime
) -> None:
    grant = locked_grant(grant)
    if to not in Grant.MOVES[GrantStatus(grant.status)]:
        raise wrong
    grant.status, grant.blocked_because = to, because
    grant.save(update_fields=["status", "blocked_because"])
    record(f"webshop.grant.{to}", on=grant, by=by, at=at)
