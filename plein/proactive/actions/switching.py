"""A need is turned on by one person with its regulation, and confirmed by another; off by one."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.identity.switching import confirm, note, propose, put_off
from plein.kernel.refusal import Refusal
from plein.proactive.jobs import look_now
from plein.proactive.models import HelpOffer, NeedSwitch
from plein.proactive.need import Need
from plein.tenants.scope import current_id

PROPOSED, CONFIRMED, OFF = (
    "proactive.need.proposed",
    "proactive.need.confirmed",
    "proactive.need.off",
)


class NoRegulation(Refusal):
    message = _("Vul in welke verordening of regeling van uw gemeente dit toestaat.")


@transaction.atomic
def propose_need(need: Need, basis: str, *, by: Staff, at: datetime) -> NeedSwitch:
    """Nobody is looked at before a colleague confirms. Raises `NoRegulation`, and as `propose`."""
    if not basis.strip():
        raise NoRegulation
    switch = propose(NeedSwitch, need, by=by, at=at, basis=basis.strip())
    note(PROPOSED, switch, by, at)
    return switch


@transaction.atomic
def confirm_need(need: Need, *, by: Staff, at: datetime) -> NeedSwitch:
    """From now on it is looked for, for the first time at once. Raises as `confirm`."""
    switch = confirm(NeedSwitch, need, by=by, at=at)
    note(CONFIRMED, switch, by, at)
    municipality = current_id()
    transaction.on_commit(lambda: look_now.enqueue(municipality=municipality, need=need.key))
    return switch


@transaction.atomic
def turn_need_off(need: Need, *, by: Staff, at: datetime) -> None:
    """Also what was only proposed. The list is empty at once. Safe to do twice."""
    switch = put_off(NeedSwitch, need, by=by, at=at)
    if switch is None:
        return
    dropped, _each = HelpOffer.objects.filter(kind=need.key).delete()
    note(OFF, switch, by, at, dropped=dropped)
