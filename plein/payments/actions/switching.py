"""A kind of signal is turned on by one person and confirmed by another; off by one, at once."""

from datetime import datetime

from django.db import transaction

from plein.identity.models import Staff
from plein.identity.switching import confirm, note, propose, put_off
from plein.payments.models import AwardSignal, SignalSwitch
from plein.payments.signals.kind import SignalKind

PROPOSED, CONFIRMED = "payments.signal.proposed", "payments.signal.confirmed"
OFF = "payments.signal.off"


@transaction.atomic
def propose_kind(kind: SignalKind, *, by: Staff, at: datetime) -> SignalSwitch:
    """Nobody is looked at before a colleague confirms. Raises as `propose`."""
    switch = propose(SignalSwitch, kind, by=by, at=at)
    note(PROPOSED, switch, by, at)
    return switch


@transaction.atomic
def confirm_kind(kind: SignalKind, *, by: Staff, at: datetime) -> SignalSwitch:
    """Raises as `confirm`."""
    switch = confirm(SignalSwitch, kind, by=by, at=at)
    note(CONFIRMED, switch, by, at)
    return switch


@transaction.atomic
def turn_off(kind: SignalKind, *, by: Staff, at: datetime) -> int:
    """Also what was only proposed. Open questions fall away: how many. Safe to do twice."""
    switch = put_off(SignalSwitch, kind, by=by, at=at)
    if switch is None:
        return 0
    dropped, _each = AwardSignal.objects.waiting().filter(kind=kind.key).delete()
    note(OFF, switch, by, at, dropped=dropped)
    return dropped
