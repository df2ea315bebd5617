"""The bank account of a provider changes under four eyes."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.iban import read_iban
from plein.kernel.refusal import Refusal
from plein.webshop.models import IbanChange, IbanChangeStatus, Provider
from plein.webshop.provider_mail import tell


class SameIban(Refusal):
    message = _("Dit is het rekeningnummer dat wij al hebben.")


class IbanChangeWaits(Refusal):
    message = _("Er wacht al een ander rekeningnummer op goedkeuring.")


class IbanChangeIsDecided(Refusal):
    message = _("Over dit rekeningnummer is al besloten.")


class ApproverAskedIban(Refusal):
    message = _("U vroeg dit zelf aan. Een collega moet het goedkeuren.")


@transaction.atomic
def ask_iban(
    provider: Provider, iban: str, *, staff: Staff | None = None, by: Actor, at: datetime
) -> IbanChange:
    """Ask for another account, as the provider or as staff; the old one is paid until approval.

    Raises `NotAnIban`, `SameIban` and `IbanChangeWaits`.
    """
    wanted = read_iban(iban)
    provider = Provider.objects.select_for_update().get(pk=provider.pk)
    if wanted == provider.iban:
        raise SameIban
    if provider.iban_changes.filter(status=IbanChangeStatus.ASKED).exists():
        raise IbanChangeWaits
    change = IbanChange.objects.create(
        provider=provider, iban=wanted, before=provider.iban, asked_by=staff, asked_at=at
    )
    record("webshop.iban.asked", on=change, by=by, at=at)
    tell(provider, "iban_asked")
    return change


@transaction.atomic
def approve_iban(change: IbanChange, *, by: Staff, at: datetime) -> None:
    """Pay the new account from now on; a batch that was made keeps the old one.

    Raises `IbanChangeIsDecided` and `ApproverAskedIban`.
    """
    change = _decided(change, IbanChangeStatus.APPROVED, by=by, at=at)
    Provider.objects.filter(pk=change.provider_id).update(iban=change.iban)
    record("webshop.iban.approved", on=change, by=by.actor, at=at)
    tell(change.provider, "iban_approved")


@transaction.atomic
def refuse_iban(change: IbanChange, *, by: Staff, at: datetime) -> None:
    """Keep the old account. Raises `IbanChangeIsDecided` and `ApproverAskedIban`."""
    change = _decided(change, IbanChangeStatus.REFUSED, by=by, at=at)
    record("webshop.iban.refused", on=change, by=by.actor, at=at)
    tell(change.provider, "iban_refused")


def _decided(
    change: IbanChange, status: IbanChangeStatus, *, by: Staff, at: datetime
) -> IbanChange:
    changes = IbanChange.objects.select_for_update(of=["self"]).select_related("provider")
    change = changes.get(pk=change.pk)
    if change.status != IbanChangeStatus.ASKED:
        raise IbanChangeIsDecided
    if change.asked_by_id == by.pk:
        raise ApproverAskedIban
    change.status, change.decided_by, change.decided_at = status, by, at
    change.save()
    return change
