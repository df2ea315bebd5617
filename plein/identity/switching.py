"""A rule is turned on by one person and confirmed by another; off by one, at once.

Steps of an action: the app that declares the rule calls them in its transaction, and notes it.
"""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.identity.switch import S, Switch, Switchable, SwitchState
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal


class AlreadyOn(Refusal):
    message = _("Dit staat al aan, of wacht op een collega.")


class ReviewIsDue(Refusal):
    message = _("De dag om dit opnieuw te bekijken is voorbij. Het werkt niet meer.")


class NothingToConfirm(Refusal):
    message = _("Dit voorstel is al bevestigd of ingetrokken.")


class ProposerConfirms(Refusal):
    message = _("U stelde dit zelf voor. Laat een collega het bevestigen.")


class RuleChanged(Refusal):
    message = _("De regel is veranderd na dit voorstel. Trek het in, en stel het opnieuw voor.")


def propose(switches: type[S], rule: Switchable, *, by: Staff, at: datetime, **more: Any) -> S:
    """Nothing works before a colleague confirms. Raises `ReviewIsDue` and `AlreadyOn`.

    `more` are columns of this kind of switch that the proposal fills in.
    """
    if not rule.is_reviewed_on(local_day(at)):
        raise ReviewIsDue
    switch, is_new = switches.objects.exclude(state=SwitchState.OFF).get_or_create(
        kind=rule.key,
        defaults={"version": rule.version, "proposed_by": by, "proposed_at": at, **more},
    )
    if not is_new:
        raise AlreadyOn
    return switch


def confirm(switches: type[S], rule: Switchable, *, by: Staff, at: datetime) -> S:
    """Raises `NothingToConfirm`, `ProposerConfirms`, `RuleChanged` and `ReviewIsDue`."""
    switch = locked(switches, rule)
    if switch is None or switch.state != SwitchState.PROPOSED:
        raise NothingToConfirm
    if switch.proposed_by_id == by.pk:
        raise ProposerConfirms
    if switch.version != rule.version:
        raise RuleChanged
    if not rule.is_reviewed_on(local_day(at)):
        raise ReviewIsDue
    switch.state, switch.confirmed_by, switch.confirmed_at = SwitchState.ON, by, at
    switch.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    return switch


def put_off(switches: type[S], rule: Switchable, *, by: Staff, at: datetime) -> S | None:
    """Also what was only proposed. None where nothing was on: safe to do twice."""
    switch = locked(switches, rule)
    if switch is not None:
        switch.state, switch.off_by, switch.off_at = SwitchState.OFF, by, at
        switch.save(update_fields=["state", "off_by", "off_at"])
    return switch


def locked(switches: type[S], rule: Switchable) -> S | None:
    """What is proposed or on; who works with it holds it, so it is not turned off meanwhile."""
    rows = switches.objects.select_for_update(of=["self"]).exclude(state=SwitchState.OFF)
    return rows.filter(kind=rule.key).first()


def note(name: str, switch: Switch, by: Staff, at: datetime, **more: Any) -> None:
    """On the municipality: it stands among what its people changed about it."""
    of = {"kind": switch.kind, "version": str(switch.version)}
    record(name, on=switch.municipality, by=by.actor, at=at, switched=of, **more)
