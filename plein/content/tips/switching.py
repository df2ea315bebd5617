"""A tip is turned on by one member of staff and confirmed by another; off by one, at once."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from plein.content.models import TipSwitch
from plein.content.tips.library import tips
from plein.content.tips.tip import Tip
from plein.identity.models import Staff
from plein.identity.switch import Switched, SwitchState, switched
from plein.identity.switching import confirm, note, propose, put_off

PROPOSED, CONFIRMED, OFF = "content.tip.proposed", "content.tip.confirmed", "content.tip.off"


@transaction.atomic
def propose_tip(tip: Tip, *, by: Staff, at: datetime) -> TipSwitch:
    """No resident sees it before a colleague confirms. Raises as `propose`."""
    switch = propose(TipSwitch, tip, by=by, at=at)
    note(PROPOSED, switch, by, at)
    return switch


@transaction.atomic
def confirm_tip(tip: Tip, *, by: Staff, at: datetime) -> TipSwitch:
    """Raises as `confirm`."""
    switch = confirm(TipSwitch, tip, by=by, at=at)
    note(CONFIRMED, switch, by, at)
    return switch


@transaction.atomic
def turn_tip_off(tip: Tip, *, by: Staff, at: datetime) -> None:
    """Also what was only proposed. Safe to do twice."""
    switch = put_off(TipSwitch, tip, by=by, at=at)
    if switch is not None:
        note(OFF, switch, by, at)


def switched_tips() -> list[Switched[Tip, TipSwitch]]:
    """One query."""
    return switched(tips(), TipSwitch)


def waiting_tips() -> QuerySet[TipSwitch]:
    """For a colleague to confirm."""
    return TipSwitch.objects.filter(state=SwitchState.PROPOSED)
