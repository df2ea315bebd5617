"""Being forgotten: the keys go, and with them everything they open, also in yesterday's backup."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.models import (
    Erasure,
    ErasureOutcome,
    ErasureState,
    GrantState,
    Outcome,
    SealedValue,
    SharingGrant,
    UseKind,
    Vault,
)

THOUGHT = timedelta(hours=24)


class ErasureRuns(Refusal):
    message = _("U hebt dit al gevraagd. U kunt het nog intrekken.")


class CannotErase(Refusal):
    message = _("Dit kan nu niet. Het is al gewist of ingetrokken, of de dag is nog niet om.")


@transaction.atomic
def ask_erasure(vault: Vault, *, by: Actor, at: datetime) -> Erasure:
    """The resident wants the vault emptied. Raises `ErasureRuns`."""
    running = Erasure.objects.filter(
        vault=vault, state__in=[ErasureState.ASKED, ErasureState.APPROVED]
    )
    if running.exists():
        raise ErasureRuns
    erasure = Erasure.objects.create(vault=vault, asked_at=at, not_before=at + THOUGHT)
    record("vault.erasure.asked", on=erasure, by=by, at=at)
    return erasure


@transaction.atomic
def approve_erasure(erasure: Erasure, *, by: Staff, at: datetime) -> None:
    """A second person agrees. Raises `CannotErase`."""
    erasure = _move(erasure, ErasureState.APPROVED)
    erasure.approved_by = by
    erasure.save(update_fields=["approved_by"])
    record("vault.erasure.approved", on=erasure, by=by.actor, at=at)


@transaction.atomic
def withdraw_erasure(erasure: Erasure, *, by: Actor, at: datetime) -> None:
    _move(erasure, ErasureState.WITHDRAWN)
    record("vault.erasure.withdrawn", on=erasure, by=by, at=at)


@transaction.atomic
def erase(erasure: Erasure, *, by: Actor, at: datetime) -> None:
    """After two people and a day: end what is shared, say what becomes of copies, drop the keys.

    The versions stay as numbers without content; the log keeps a random id. Raises `CannotErase`.
    """
    erasure = _move(erasure, ErasureState.DONE)
    if at < erasure.not_before:
        raise CannotErase
    vault = erasure.vault
    ErasureOutcome.objects.bulk_create(_outcomes(erasure))
    vault.grants.filter(state=GrantState.ACTIVE).update(state=GrantState.WITHDRAWN, ended_at=at)
    SealedValue.objects.filter(version__vault=vault).delete()
    vault.keys.all().delete()
    erasure.done_at = at
    erasure.save(update_fields=["done_at"])
    record("vault.vault.erased", on=vault, by=by, at=at)


def due_erasures(at: datetime) -> list[Erasure]:
    return list(Erasure.objects.filter(state=ErasureState.APPROVED, not_before__lte=at))


def _outcomes(erasure: Erasure) -> list[ErasureOutcome]:
    """One for each recipient, of whatever it read last."""
    grants = SharingGrant.objects.filter(vault=erasure.vault).select_related("use__recipient")
    by_recipient = {grant.use.recipient_id: grant for grant in grants.order_by("reads", "given_at")}
    return [_outcome(erasure, grant) for grant in by_recipient.values()]


def _outcome(erasure: Erasure, grant: SharingGrant) -> ErasureOutcome:
    outcome = ErasureOutcome(erasure=erasure, recipient=grant.use.recipient)
    if not grant.reads:
        outcome.outcome = Outcome.NO_COPY
    elif grant.use.kind == UseKind.LAW:
        outcome.outcome, outcome.law = Outcome.KEPT, catalogue().bases[grant.use.basis].law
    else:
        outcome.outcome = Outcome.ASKED
    return outcome


def _move(erasure: Erasure, to: ErasureState) -> Erasure:
    erasure = Erasure.objects.select_for_update(of=["self"]).get(pk=erasure.pk)
    if to not in Erasure.MOVES[ErasureState(erasure.state)]:
        raise CannotErase
    erasure.state = to
    erasure.save(update_fields=["state"])
    return erasure
