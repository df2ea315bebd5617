"""Four eyes: who runs the platform proposes, and a beheerder of the municipality opens it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.starting.actions.keeping import held_start, locked
from plein.starting.checklist import checklist
from plein.starting.models import PlatformAdministrator, Start, StartState

PROPOSED, TAKEN_BACK = "starting.opening.proposed", "starting.opening.taken_back"
OPENED = "starting.opened"


class NotReady(Refusal):
    message = _("Dit moet eerst nog: {lines}.")


class NothingProposed(Refusal):
    message = _("Er is geen voorstel om open te gaan. Misschien trok iemand het in.")


class ProposerOpens(Refusal):
    message = _("U stelde dit zelf voor. Laat een collega de gemeente openen.")


@transaction.atomic
def propose_opening(start: Start, *, by: PlatformAdministrator, at: datetime) -> None:
    """Raises `NotReady` and `WaitsForOpening`."""
    held = held_start(start)
    _demand_ready(held)
    _move(held, StartState.PROPOSED, proposed_by=by.account, proposed_at=at)
    record(PROPOSED, on=held, by=by.actor, at=at)


@transaction.atomic
def take_back_proposal(start: Start, *, by: PlatformAdministrator | Staff, at: datetime) -> None:
    """By who runs the platform, or sent back by the municipality. Raises `NothingProposed`."""
    held = _proposed(start)
    _move(held, StartState.PREPARING, proposed_by=None, proposed_at=None)
    record(TAKEN_BACK, on=held, by=by.actor, at=at)


@transaction.atomic
def open_municipality(start: Start, *, by: Staff, at: datetime) -> None:
    """From the next request on residents come in.

    Raises `NothingProposed`, `ProposerOpens`, and `NotReady` for what was ready and is not now.
    """
    held = _proposed(start)
    if held.proposed_by_id == by.account_id:
        raise ProposerOpens
    _demand_ready(held)
    _move(held, StartState.OPENED, opened_by=by.account, opened_at=at)
    held.municipality.is_open = True
    held.municipality.save(update_fields=["is_open"])
    record(OPENED, on=held, by=by.actor, at=at)


def _demand_ready(start: Start) -> None:
    if waiting := [line.title for line in checklist(start) if line.is_needed and not line.is_done]:
        raise NotReady(lines=", ".join(map(str, waiting)))


def _proposed(start: Start) -> Start:
    held = locked(start)
    if held.state != StartState.PROPOSED:
        raise NothingProposed
    return held


def _move(start: Start, to: StartState, **fields: object) -> None:
    start.state = to
    for name, value in fields.items():
        setattr(start, name, value)
    start.save(update_fields=["state", *fields])
