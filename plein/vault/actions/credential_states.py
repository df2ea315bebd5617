"""A resident sets a verklaring still, lets it go on, or makes it stop; time ends it as well."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt.status_list import Status
from plein.vault.credentials.lists import set_status
from plein.vault.models import Credential, CredentialState


class CannotChangeNow(Refusal):
    message = _("Dit kan nu niet. Deze verklaring is {state}.")


@transaction.atomic
def suspend_credential(credential: Credential, *, by: Actor, at: datetime) -> None:
    """It stands still, at once, until the resident lets it go on."""
    found = _moved(credential, CredentialState.SUSPENDED)
    found.save(update_fields=["state"])
    record("vault.credential.suspended", on=found, by=by, at=at)


@transaction.atomic
def resume_credential(credential: Credential, *, by: Actor, at: datetime) -> None:
    found = _moved(credential, CredentialState.ISSUED)
    found.save(update_fields=["state"])
    record("vault.credential.resumed", on=found, by=by, at=at)


@transaction.atomic
def revoke_credential(credential: Credential, *, by: Actor, at: datetime) -> None:
    """It stops, at once and for good; what was sealed is destroyed."""
    found = _moved(credential, CredentialState.REVOKED)
    _empty(found)
    record("vault.credential.revoked", on=found, by=by, at=at)


@transaction.atomic
def expire_credentials(*, by: Actor, at: datetime) -> int:
    """Those whose time is over; how many. Their own end counts already before this runs."""
    over = Credential.objects.select_for_update().filter(
        state__in=list(Credential.STATUS), expires_at__lte=at
    )
    for credential in over:
        credential.state = CredentialState.EXPIRED
        _empty(credential)
        record("vault.credential.expired", on=credential, by=by, at=at)
    return len(over)


def _moved(credential: Credential, to: CredentialState) -> Credential:
    """Locked, with its new state in the public list; the caller saves the row."""
    found = Credential.objects.select_for_update(of=("self",)).get(pk=credential.pk)
    if to not in Credential.MOVES[CredentialState(found.state)]:
        raise CannotChangeNow(state=found.get_state_display())
    found.state = to
    set_status(found, Credential.STATUS.get(to, Status.INVALID))
    return found


def _empty(credential: Credential) -> None:
    credential.sealed = credential.holder_sealed = b""
    credential.save(update_fields=["state", "sealed", "holder_sealed"])
