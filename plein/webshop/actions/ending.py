"""A budget ends: taken back, or over with its period. What is left returns to the pot."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.ledger.actions import Move, transfer
from plein.ledger.models import Account, TransferKind
from plein.webshop.models import Grant, GrantStatus


class GrantHasEnded(Refusal):
    message = _("Dit budget is al gestopt.")


@transaction.atomic
def revoke_grant(grant: Grant, *, by: Actor, at: datetime) -> None:
    """What is left goes back to the pot; open orders stay payable. Raises `GrantHasEnded`."""
    _end(grant, GrantStatus.REVOKED, TransferKind.INTREKKEN, by=by, at=at)


@transaction.atomic
def lapse_grant(grant: Grant, *, by: Actor, at: datetime) -> None:
    """The period has ended: what is left goes back to the pot. Raises `GrantHasEnded`."""
    _end(grant, GrantStatus.LAPSED, TransferKind.VERVALLEN, by=by, at=at)


def _end(grant: Grant, status: GrantStatus, kind: TransferKind, *, by: Actor, at: datetime) -> None:
    grant = locked_grant(grant)
    if status not in Grant.MOVES[GrantStatus(grant.status)]:
        raise GrantHasEnded
    budget = Account.objects.select_for_update().get(pk=grant.budget_id)
    if budget.balance:
        move = Move(budget, grant.period.pot, budget.balance)
        transfer(kind, [move], key=f"end-{grant.pk}", at=at)
    grant.status, grant.blocked_because = status, ""
    grant.save(update_fields=["status", "blocked_because"])
    record(f"webshop.grant.{status}", on=grant, by=by, at=at)


def locked_grant(grant: Grant) -> Grant:
    grants = Grant.objects.select_for_update(of=["self"]).select_related("period__pot")
    return grants.get(pk=grant.pk)


def return_if_ended(grant: Grant, cents: int, *, key: str, at: datetime) -> None:
    """Money that comes back to a budget that has ended goes on to the pot."""
    if grant.status in (GrantStatus.REVOKED, GrantStatus.LAPSED):
        kind = (
            TransferKind.VERVALLEN if grant.status == GrantStatus.LAPSED else TransferKind.INTREKKEN
        )
        transfer(kind, [Move(grant.budget, grant.period.pot, cents)], key=key, at=at)
