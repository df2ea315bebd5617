"""A recipient reads what a resident gave, within the grant and not a moment longer."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.vault.access import NotYourVault
from plein.vault.catalogue import catalogue
from plein.vault.models import GrantState, SharingGrant, UseKind, Vault

ACTIVITY = "delen@1"


class GrantDoesNotRun(Refusal):
    message = _(
        "Deze gegevens worden niet meer met u gedeeld. "
        "Hebt u ze nog nodig? Stel dan een nieuwe vraag."
    )


class NotInGrant(Refusal):
    message = _("Dit gegeven is niet met u gedeeld. U kunt er wel om vragen.")


class VaultIsFrozen(Refusal):
    message = _(
        "De inwoner laat nu niemand in de gegevens kijken. "
        "Vraag de inwoner of u het later mag proberen."
    )


@dataclass(frozen=True, slots=True)
class GrantAccess:
    """The access of a recipient under one grant. Each read counts, and takes the grant's lock.

    Whoever withdraws takes the same lock: after that, no read succeeds.
    """

    held: SharingGrant
    by: Actor
    activity: str = field(default=ACTIVITY, init=False)

    @property
    def purpose(self) -> Purpose:
        use = self.held.use
        return Purpose(use.why, catalogue().bases[use.basis].law)

    @property
    def case(self) -> str:
        return self.held.case

    @property
    def grant(self) -> str:
        return str(self.held.pk)

    @property
    def sees_secrets(self) -> bool:
        return self.held.use.recipient.may_have_bsn

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        now = (
            SharingGrant.objects.select_for_update(of=["self"])
            .select_related("use__recipient", "vault")
            .get(pk=self.held.pk)
        )
        refusal = objection(now, vault, keys, at)
        if refusal is None:
            SharingGrant.objects.filter(pk=now.pk).update(reads=F("reads") + 1, last_read_at=at)
        return refusal


def objection(
    now: SharingGrant, vault: Vault, keys: Collection[str], at: datetime
) -> Refusal | None:
    """Why these elements may not be read under this grant, as it is now."""
    if now.vault_id != vault.pk:
        return NotYourVault()
    if now.vault.is_frozen and now.use.kind != UseKind.LAW:
        return VaultIsFrozen()
    if now.state_at(at) != GrantState.ACTIVE or not _is_open(now):
        return GrantDoesNotRun()
    return None if set(keys) <= set(now.elements) else NotInGrant()


def _is_open(now: SharingGrant) -> bool:
    return now.use.is_open and now.use.recipient.is_admitted
