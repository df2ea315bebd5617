"""A parent reads the vault of a child: while it is a minor, and while the parent decides for it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.models import Kinship, Vault

PARENT = Purpose("omdat een ouder met gezag keek", "BW boek 1 artikel 247")


class NotForParents(Refusal):
    message = _("Deze gegevens kunt u niet bekijken.")


@dataclass(frozen=True, slots=True)
class ParentAccess:
    """Ends by itself at 00:00 on the eighteenth birthday, in the Netherlands."""

    parent: Resident
    purpose: Purpose = field(default=PARENT, init=False)
    activity: str = field(default="ouderlijk gezag@1", init=False)
    case: str = field(default="", init=False)
    grant: str = field(default="", init=False)
    sees_secrets: bool = field(default=False, init=False)

    @property
    def by(self) -> Actor:
        return self.parent.actor

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        kinship = Kinship.objects.filter(
            parent=self.parent,
            child_index=vault.resident.bsn_index,
            has_authority=True,
            of_age_on__gt=local_day(at),
        )
        elements = catalogue().elements
        special = any(catalogue().care_of(elements[key]).optin for key in keys)
        return None if kinship.exists() and not special else NotForParents()
