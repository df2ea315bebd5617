"""Being forgotten: the keys go, and with them everything they open, wherever a copy of it lies.

So a backup of the keys is kept apart from a backup of the rest, and not for long
(docs/how-to/keep-backups-forgetful.md).
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.mandates import end_all_given
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.vault.actions.collecting import stop_collections
from plein.vault.actions.corrections import withdraw_report
from plein.vault.actions.credential_states import revoke_credential
from plein.vault.keys import destroy_keys
from plein.vault.models import (
    OPEN,
    Correction,
    Credential,
    Erasure,
    ErasureOutcome,
    ErasureState,
    Export,
    GrantState,
    Kinship,
    Paper,
    Scenario,
    SealedValue,
    Vault,
)
from plein.vault.outcomes import outcomes_of

THOUGHT = timedelta(hours=24)


class ErasureRuns(Refusal):
    message = _("U hebt dit al gevraagd. U kunt het nog intrekken.")


class CannotErase(Refusal):
    message = _("Dit kan nu niet. Het is al gewist of ingetrokken, of de dag is nog niet om.")


@transaction.atomic
def ask_erasure(vault: Vault, *, by: Actor, at: datetime) -> Erasure:
    """The resident wants the vault emptied. Raises `ErasureRuns`."""
    Vault.objects.select_for_update().get(pk=vault.pk)  # a double click asks once
    if Erasure.objects.running().filter(vault=vault).exists():
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
    """Up to the moment it is done, also when the day of thought is over. Raises `CannotErase`."""
    erasure = _move(erasure, ErasureState.WITHDRAWN)
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
    stop_collections(vault, at=at)  # before the lock: an answer that comes in takes them that way
    Vault.objects.select_for_update().get(pk=vault.pk)
    ErasureOutcome.objects.bulk_create(outcomes_of(erasure, at=at))
    _end_all(vault, by=by, at=at)
    _empty(vault)
    erasure.done_at = at
    erasure.save(update_fields=["done_at"])
    record("vault.vault.erased", on=vault, by=by, at=at)


def erase_due(*, by: Actor, at: datetime) -> int:
    """Every erasure whose day has come; how many."""
    due = list(Erasure.objects.filter(state=ErasureState.APPROVED, not_before__lte=at))
    for erasure in due:
        erase(erasure, by=by, at=at)
    return len(due)


def _end_all(vault: Vault, *, by: Actor, at: datetime) -> None:
    """Nobody goes on with a vault that is empty: recipients, helpers, parents, open reports."""
    vault.grants.filter(state=GrantState.ACTIVE).update(state=GrantState.WITHDRAWN, ended_at=at)
    end_all_given(vault.resident, by=by, at=at)
    Kinship.objects.filter(parent=vault.resident).delete()
    for correction in vault.corrections.filter(state__in=OPEN):
        withdraw_report(correction, by=by, at=at)
    for credential in vault.credentials.filter(state__in=list(Credential.STATUS)):
        revoke_credential(credential, by=by, at=at)


def _empty(vault: Vault) -> None:
    SealedValue.objects.filter(version__vault=vault).delete()
    Correction.objects.filter(vault=vault).update(says_sealed=b"")
    Export.objects.filter(vault=vault).delete()
    Paper.objects.filter(vault=vault).delete()
    Scenario.objects.filter(vault=vault).delete()
    destroy_keys(vault)


def _move(erasure: Erasure, to: ErasureState) -> Erasure:
    erasures = Erasure.objects.select_for_update(of=["self"]).select_related("vault__resident")
    erasure = erasures.get(pk=erasure.pk)
    if to not in Erasure.MOVES[ErasureState(erasure.state)]:
        raise CannotErase
    erasure.state = to
    erasure.save(update_fields=["state"])
    return erasure
