"""A kind of signal is turned on by one person and confirmed by another; off by one, at once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.payments.models import AwardSignal, SignalSwitch, SwitchState
from plein.payments.signals.kind import SignalKind

PROPOSED, CONFIRMED = "payments.signal.proposed", "payments.signal.confirmed"
OFF = "payments.signal.off"


class AlreadyOn(Refusal):
    message = _("Dit signaal staat al aan, of wacht op een collega.")


class ReviewIsDue(Refusal):
    message = _("De dag om dit signaal opnieuw te bekijken is voorbij. Het kijkt niet meer.")


class NothingToConfirm(Refusal):
    message = _("Dit voorstel is al bevestigd of ingetrokken.")


class ProposerConfirms(Refusal):
    message = _("U stelde dit zelf voor. Laat een collega het bevestigen.")


class RuleChanged(Refusal):
    message = _("De regel is veranderd na dit voorstel. Trek het in, en stel het opnieuw voor.")


@transaction.atomic
def propose_kind(kind: SignalKind, *, by: Staff, at: datetime) -> SignalSwitch:
    """Nobody is looked at before a colleague confirms. Raises `ReviewIsDue` and `AlreadyOn`."""
    if not kind.is_reviewed_on(local_day(at)):
        raise ReviewIsDue
    switch, is_new = SignalSwitch.objects.exclude(state=SwitchState.OFF).get_or_create(
        kind=kind.key, defaults={"version": kind.version, "proposed_by": by, "proposed_at": at}
    )
    if not is_new:
        raise AlreadyOn
    _note(PROPOSED, switch, by, at)
    return switch


@transaction.atomic
def confirm_kind(kind: SignalKind, *, by: Staff, at: datetime) -> SignalSwitch:
    """Raises `NothingToConfirm`, `ProposerConfirms`, `RuleChanged` and `ReviewIsDue`."""
    switch = locked(kind)
    if switch is None or switch.state != SwitchState.PROPOSED:
        raise NothingToConfirm
    if switch.proposed_by_id == by.pk:
        raise ProposerConfirms
    if switch.version != kind.version:
        raise RuleChanged
    if not kind.is_reviewed_on(local_day(at)):
        raise ReviewIsDue
    switch.state, switch.confirmed_by, switch.confirmed_at = SwitchState.ON, by, at
    switch.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    _note(CONFIRMED, switch, by, at)
    return switch


@transaction.atomic
def turn_off(kind: SignalKind, *, by: Staff, at: datetime) -> int:
    """Also what was only proposed. Open questions fall away: how many. Safe to do twice."""
    switch = locked(kind)
    if switch is None:
        return 0
    switch.state, switch.off_by, switch.off_at = SwitchState.OFF, by, at
    switch.save(update_fields=["state", "off_by", "off_at"])
    dropped, _each = AwardSignal.objects.waiting().filter(kind=kind.key).delete()
    _note(OFF, switch, by, at, dropped=dropped)
    return dropped


def locked(kind: SignalKind) -> SignalSwitch | None:
    """What is proposed or on; who looks with it holds it, so it is not turned off meanwhile."""
    rows = SignalSwitch.objects.select_for_update(of=["self"]).exclude(state=SwitchState.OFF)
    return rows.filter(kind=kind.key).first()


def _note(name: str, switch: SignalSwitch, by: Staff, at: datetime, dropped: int = 0) -> None:
    """On the municipality: it stands among what its people changed about it."""
    place, of = switch.municipality, {"kind": switch.kind, "version": str(switch.version)}
    record(name, on=place, by=by.actor, at=at, switched=of, dropped=dropped)
