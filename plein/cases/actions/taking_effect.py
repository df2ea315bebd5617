"""The day of a move has come: each effect, with a line of its own for the resident."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from plein.audit.actions import Purpose, record
from plein.cases.actions.providing import end_provision
from plein.cases.actions.relocating import keep_effects, locked, settle
from plein.cases.actions.replacing import replace_partners
from plein.cases.models import EffectKind, Relocation, RelocationState
from plein.cases.new_place import place_of
from plein.cases.relocation_effects import Effect
from plein.cases.relocation_plan import planned
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day

WHY = Purpose("om te doen wat bij uw verhuizing hoort", "Awb art. 3:2")
SAID = {
    EffectKind.PARTNER: said.RELOCATION_PARTNER,
    EffectKind.PARTNER_BY_HAND: said.RELOCATION_BY_HAND,
    EffectKind.ENDS: said.RELOCATION_ENDS,
    EffectKind.HAND_OVER: said.RELOCATION_HAND_OVER,
    EffectKind.LOOKED_AT: said.RELOCATION_LOOKED_AT,
    EffectKind.STAYS: said.RELOCATION_STAYS,
}


def apply_relocations(day: date, *, by: Actor, at: datetime) -> int:
    """Nightly: what was noticed for this day or earlier; how many. A second run finds none."""
    due = list(Relocation.objects.due_on(day))
    return sum(_take_effect(relocation, by=by, at=at) for relocation in due)


@transaction.atomic
def _take_effect(relocation: Relocation, *, by: Actor, at: datetime) -> bool:
    """Planned anew: since the notice something may have been decided, or have ended."""
    relocation = locked(relocation)
    if not relocation.is_noticed:
        return False
    place = place_of(relocation, purpose=WHY, by=by, at=at)
    effects = planned(relocation.resident, place, relocation.moves_on, today=local_day(at))
    for effect in effects:
        _carry_out(effect, by=by, at=at)
    keep_effects(relocation, effects, applied_at=at)
    settle(relocation, RelocationState.IN_FORCE, at=at)
    record("cases.relocation.in_force", on=relocation, by=by, at=at)
    return True


def _carry_out(effect: Effect, *, by: Actor, at: datetime) -> None:
    if effect.case is None:
        return
    if effect.kind == EffectKind.ENDS and effect.provision:
        why = _("U verhuisde naar een andere gemeente.")
        end_provision(effect.provision, effect.on, why, by=by, at=at)
    if effect.organisation:
        replace_partners(effect.case, effect.make_way, effect.organisation, by=by, at=at)
    partner = effect.organisation.name if effect.organisation else ""
    tell(SAID[effect.kind], effect.case.topic, by=by, at=at, partner=partner)
