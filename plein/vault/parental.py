"""A parent reads the vault of a child: while it is a minor, and while the parent decides for it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Element
from plein.vault.family import is_about_others
from plein.vault.models import Kinship, Vault

LATELY = timedelta(days=92)
PARENT = Purpose("omdat een ouder met gezag keek", "BW boek 1 artikel 247")


def children_known(parent: Resident, at: datetime) -> QuerySet[Kinship]:
    """For whom this parent decides, as the BRP said lately, and who is still a minor.

    What it said longer ago than the catalogue trusts `gezag` counts no more: a judge may have
    decided otherwise since.
    """
    trusted = catalogue().elements["gezag"].ages_after
    assert trusted is not None  # noqa: S101 - the catalogue says so
    return Kinship.objects.filter(
        parent=parent, has_authority=True, of_age_on__gt=local_day(at), seen_at__gte=at - trusted
    )


def parents_of_old(child: Resident, day: date) -> QuerySet[Kinship]:
    """Whose view ended lately, by itself: the child may want to choose somebody now."""
    lately = day - LATELY
    own = Kinship.objects.filter(child_index=child.bsn_index, has_authority=True)
    return own.filter(of_age_on__lte=day, of_age_on__gt=lately)


def is_for_parents(element: Element) -> bool:
    """Not what is extra sensitive (from 16 years it is the child's own), nor about others."""
    return not catalogue().care_of(element).optin and not is_about_others(element)


class NotForParents(Refusal):
    message = _("Deze gegevens kunt u niet bekijken.")


@dataclass(frozen=True, slots=True)
class ParentAccess:
    """Ends by itself at 00:00 on the eighteenth birthday, in the Netherlands.

    The log shows the child that it was a parent, and not which of the two.
    """

    parent: Resident
    purpose: Purpose = field(default=PARENT, init=False)
    activity: str = field(default="ouderlijk gezag@1", init=False)
    case: str = field(default="", init=False)
    grant: str = field(default="", init=False)
    sees_secrets: bool = field(default=False, init=False)

    @property
    @dutch()
    def by(self) -> Actor:
        return Actor(
            ActorKind.RESIDENT,
            str(self.parent.pk),
            organisation=str(_("uw ouder")),
            function="ouder",
        )

    def refuses(self, vault: Vault, keys: Collection[str], at: datetime) -> Refusal | None:
        kinship = children_known(self.parent, at).filter(child_index=vault.resident.bsn_index)
        allowed = all(is_for_parents(catalogue().elements[key]) for key in keys)
        return None if allowed and kinship.exists() else NotForParents()
