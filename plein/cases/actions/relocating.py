"""A resident says that they move, or that they do not after all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.cases.models import Relocation, RelocationEffect, RelocationState
from plein.cases.new_place import PLACE, NewPlace
from plein.cases.relocation_effects import BEFORE, Effect, is_late, is_too_early
from plein.cases.relocation_plan import planned
from plein.identity.gate import seal_for
from plein.identity.models import Resident
from plein.inbox import event_words as said
from plein.inbox.timeline import tell
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.postcodes import read_postcode
from plein.kernel.refusal import Refusal


class TooEarly(Refusal):
    message = _("Dat is nog te vroeg. U kunt deze verhuizing doorgeven vanaf {first}.")


class MovesAlready(Refusal):
    message = _("U gaf al een verhuizing door. Trek die eerst in, als er iets verandert.")


class TooLateToWithdraw(Refusal):
    message = _("Dit kan niet meer op deze pagina. Bel ons, dan kijken wij samen.")


@dataclass(frozen=True, slots=True)
class Noticed:
    """`is_late`: it counts, and they hear that it came later than the law wants."""

    relocation: Relocation
    is_late: bool


@transaction.atomic
def notice(
    resident: Resident, place: NewPlace, *, moves_on: date, by: Actor, at: datetime
) -> Noticed:
    """With all that it will do. Raises `TooEarly`, `MovesAlready` and `NotAPostcode`.

    One at a time: the resident is locked, so that a double click finds the first.
    """
    today = local_day(at)
    must_be_in_time(moves_on, today)
    if not place.leaves:
        read_postcode(place.postcode)
    resident = Resident.objects.select_for_update().get(pk=resident.pk)
    if resident.relocations.noticed().exists():
        raise MovesAlready
    key = uuid4()
    relocation = Relocation.objects.create(
        id=key,
        resident=resident,
        noticed_at=at,
        moves_on=moves_on,
        leaves=place.leaves,
        place_sealed=seal_for(resident, key, PLACE, place.as_text()),
    )
    effects = planned(resident, place, moves_on, today=today)
    keep_effects(relocation, effects)
    record("cases.relocation.noticed", on=relocation, by=by, at=at)
    for case in dict.fromkeys(effect.case for effect in effects if effect.case):
        tell(said.RELOCATION_NOTICED, case.topic, by=by, at=at)
    return Noticed(relocation, is_late(moves_on, today))


@transaction.atomic
def withdraw_notice(relocation: Relocation, *, by: Actor, at: datetime) -> Relocation:
    """Before the day; a second time changes nothing. Raises `TooLateToWithdraw`."""
    relocation = locked(relocation)
    if relocation.state == RelocationState.WITHDRAWN:
        return relocation
    if not relocation.can_be_withdrawn_on(local_day(at)):
        raise TooLateToWithdraw
    settle(relocation, RelocationState.WITHDRAWN, at=at)
    record("cases.relocation.withdrawn", on=relocation, by=by, at=at)
    effects = relocation.effects.exclude(case=None).select_related("case__topic")
    for case in dict.fromkeys(effect.case for effect in effects if effect.case):
        tell(said.RELOCATION_WITHDRAWN, case.topic, by=by, at=at)
    return relocation


def must_be_in_time(moves_on: date, today: date) -> None:
    """Raises `TooEarly`; late is never too late."""
    if is_too_early(moves_on, today):
        raise TooEarly(first=date_format(moves_on - BEFORE, "j E Y"))


def locked(relocation: Relocation) -> Relocation:
    found = Relocation.objects.select_for_update(of=["self"])
    return found.select_related("resident").get(pk=relocation.pk)


def settle(relocation: Relocation, state: RelocationState, *, at: datetime) -> None:
    relocation.state, relocation.settled_at = state, at
    relocation.save(update_fields=["state", "settled_at"])


def keep_effects(
    relocation: Relocation, effects: Iterable[Effect], applied_at: datetime | None = None
) -> None:
    """In place of what was planned before."""
    relocation.effects.filter(applied_at=None).delete()
    RelocationEffect.objects.bulk_create(
        RelocationEffect(
            relocation=relocation,
            kind=effect.kind,
            on=effect.on,
            case=effect.case,
            provision=effect.provision,
            organisation=effect.organisation,
            applied_at=applied_at,
        )
        for effect in effects
    )
