"""In what role somebody opens a vault, why, and what that role may see."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.vault.models import Vault

OWN_DATA = Purpose("omdat u uw eigen gegevens bekeek", "AVG artikel 15")


class VaultIsClosed(Refusal):
    message = _("Deze gegevens zijn niet meer te bekijken.")


class NotYourVault(Refusal):
    message = _("Deze gegevens kunt u niet bekijken.")


class Access(Protocol):
    """What the gate asks of every role. `activity` names the register entry and its version."""

    @property
    def by(self) -> Actor: ...
    @property
    def purpose(self) -> Purpose: ...
    @property
    def activity(self) -> str: ...
    @property
    def case(self) -> str: ...
    @property
    def grant(self) -> str: ...
    @property
    def sees_secrets(self) -> bool:
        """Whether an address under secrecy is shown (Wet BRP art. 2.59)."""
        ...

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        """Why not, judged now and in the transaction of the read; None when it may."""
        ...


@dataclass(frozen=True, slots=True)
class OwnAccess:
    """The resident looks at their own vault; a freeze does not keep them out."""

    resident: Resident
    purpose: Purpose = OWN_DATA
    activity: str = "inzage@1"
    case: str = field(default="", init=False)
    grant: str = field(default="", init=False)
    sees_secrets: bool = field(default=True, init=False)

    @property
    def by(self) -> Actor:
        return self.resident.actor

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        return None if vault.resident_id == self.resident.pk else NotYourVault()


def closed_to(access: Access, vault: Vault) -> Refusal | None:
    """After a death nobody else looks: no helper, no parent, no recipient."""
    is_own = isinstance(access, OwnAccess)
    return VaultIsClosed() if vault.closed_at and not is_own else None
