"""What we know already, for the resident to say whether it is right."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.refusal import Refusal
from plein.vault.access import NotYourVault
from plein.vault.gate import read
from plein.vault.models import Vault, VaultValue
from plein.vault.readings import Reading

BORN = "geboortedatum"
WHY = Purpose("om u niet te vragen wat wij al weten", "Wet SUWI art. 33 en AVG artikel 15")


@dataclass(frozen=True, slots=True)
class IntakeAccess:
    """Who fills in sees what the declaration shows; with staff beside them never a secret place."""

    resident: Resident
    declared: frozenset[str]
    by: Actor
    purpose: Purpose = WHY
    activity: str = field(default="aanvragen@1", init=False)
    case: str = field(default="", init=False)
    grant: str = field(default="", init=False)

    @property
    def sees_secrets(self) -> bool:
        return self.by.kind == ActorKind.RESIDENT

    def refuses(self, vault: Vault, keys: Collection[str], _at: datetime) -> Refusal | None:
        is_theirs = vault.resident_id == self.resident.pk
        return None if is_theirs and set(keys) <= self.declared else NotYourVault()


def known_keys(resident: Resident, keys: Iterable[str], *, by: Actor) -> set[str]:
    """Which of them we can show something of; nothing is opened for it."""
    if _is_helper(resident, by):
        return set()
    found = VaultValue.objects.filter(vault__resident=resident, element__in=set(keys))
    return set(found.values_list("element", flat=True))


def known(
    resident: Resident, keys: Iterable[str], *, by: Actor, at: datetime
) -> dict[str, Reading]:
    """The newest of each, and where the resident states otherwise, that. One look."""
    declared = frozenset(keys)
    vault = Vault.objects.filter(resident=resident).first()
    if vault is None or not declared or _is_helper(resident, by):
        return {}
    readings = read(vault, sorted(declared), access=IntakeAccess(resident, declared, by), at=at)
    return {each.element.key: each for each in sorted(readings, key=lambda each: each.is_own)}


def born_on(resident: Resident, *, by: Actor, at: datetime) -> date | None:
    """For what begins or ends at an age; None where nobody knows it."""
    found = known(resident, [BORN], by=by, at=at).get(BORN)
    try:
        return date.fromisoformat(str(found.value)) if found else None
    except ValueError:
        return None


def _is_helper(resident: Resident, by: Actor) -> bool:
    """Who sees of a vault what was chosen for them, on the pages for that, and nothing here."""
    return by.kind == ActorKind.RESIDENT and by.id != str(resident.pk)
