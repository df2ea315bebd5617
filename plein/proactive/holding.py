"""Does somebody have this need now? Worked out anew whenever it is asked, and kept nowhere."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from plein.audit.actions import Purpose, log_look, log_looks
from plein.content.tips.judging import Judged, judged
from plein.content.tips.library import traits
from plein.content.tips.looks import Now, Seen
from plein.content.tips.trait import Trait
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.proactive.access import ACTIVITY
from plein.proactive.finding import LOOKED_AT, LOOKS
from plein.proactive.need import Need
from plein.proactive.wanting import consents_of
from plein.regelingen.library import rule_book
from plein.tenants.scope import current_id
from plein.vault.access import Access
from plein.vault.gate import read
from plein.vault.gate_many import read_of_many
from plein.vault.models import Vault
from plein.vault.readings import DISPUTED, Reading, source_first


def held_by_many(
    need: Need, residents: Collection[UUID], *, purpose: Purpose, by: Actor, at: datetime
) -> set[UUID]:
    """Who of these; each whose data were used has a line in the log."""
    if need.finds is None:
        return _in_vaults(need, residents, purpose, by, at)
    found = LOOKS[need.finds](local_day(at), residents).keys()
    log_looks(
        found,
        municipality_id=current_id(),
        action="gebruiken",
        elements=[LOOKED_AT[need.finds]],
        purpose=purpose,
        by=by,
        at=at,
        activity=ACTIVITY,
    )
    return set(found)


def held_by(need: Need, resident: Resident, *, access: Access, at: datetime) -> Judged[Need] | None:
    """With the days that made it so, or None. Raises as `gate.read`."""
    if need.finds:
        return _in_our_books(need, resident, access, at)
    vault, allowed = getattr(resident, "vault", None), _allowed(need, resident)
    if vault is None or not allowed:
        return None
    readings = read(vault, sorted({each.element for each in allowed}), access=access, at=at)
    found = _judged(need, readings, local_day(at))
    return found if found.holds else None


def _in_our_books(
    need: Need, resident: Resident, access: Access, at: datetime
) -> Judged[Need] | None:
    assert need.finds is not None  # noqa: S101 - asked by the caller
    log_look(
        subject=resident.pk,
        municipality_id=current_id(),
        action="lezen",
        elements=[LOOKED_AT[need.finds]],
        purpose=access.purpose,
        by=access.by,
        at=at,
        activity=access.activity,
    )
    day = LOOKS[need.finds](local_day(at), [resident.pk]).get(resident.pk)
    return Judged(need, True, {"dag": Seen(True, day)}, {}) if day else None


def _in_vaults(
    need: Need, residents: Collection[UUID], purpose: Purpose, by: Actor, at: datetime
) -> set[UUID]:
    """What is extra sensitive is opened only of who said yes to all of it."""
    consents = consents_of(residents)
    asked = {key for name in need.condition.names for key in traits()[name].special}
    vaults = Vault.objects.filter(resident__in=[key for key in residents if asked <= consents[key]])
    keys = {traits()[name].element for name in need.condition.names}
    opened = read_of_many(vaults, keys, purpose=purpose, activity=ACTIVITY, by=by, at=at)
    day = local_day(at)
    return {who for who, readings in opened.items() if _judged(need, readings, day).holds}


def _allowed(need: Need, resident: Resident) -> list[Trait]:
    """What is extra sensitive only after a yes; asked where there is any."""
    every = [traits()[name] for name in sorted(need.condition.names)]
    if not any(trait.special for trait in every):
        return every
    consents = consents_of([resident.pk])[resident.pk]
    return [trait for trait in every if trait.special <= consents]


def _judged(need: Need, readings: Collection[Reading], day: date) -> Judged[Need]:
    """A value that the resident calls wrong says nothing until somebody answered."""
    known = source_first(each for each in readings if DISPUTED not in each.marks)
    values: dict[str, Any] = {key: reading.value for key, reading in known.items()}
    (found,) = judged([need], traits(), values, Now(day, rule_book().norms))
    return found
