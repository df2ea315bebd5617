"""Looking who may be helped. A row comes for who has the need, and goes when they have it no more.

In the books of the municipality each night; in a vault once a week, as each look is a line in the
log of a resident. In parts, each a transaction, so that nobody waits for the whole; what was
broken off is looked at again by the next run.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from plein.audit.actions import record
from plein.identity.switch import SwitchState
from plein.identity.switching import locked
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.proactive.finding import LOOKS
from plein.proactive.holding import held_by_many
from plein.proactive.library import needs
from plein.proactive.models import HelpOffer, NeedSwitch
from plein.proactive.need import Need, why
from plein.proactive.wanting import unwanted, wanting
from plein.vault.retention import day_after_term, rules

PART = 500  # residents in one transaction
IN_VAULTS_AFTER = timedelta(days=7)


def look_for(need: Need, *, by: Actor, at: datetime) -> int:
    """How many have it. Nobody where it is off, changed since it was agreed on, or past review."""
    if not _is_due(need, at):
        return 0
    residents = _candidates(need, local_day(at))
    parts = [residents[start : start + PART] for start in range(0, len(residents), PART)]
    found = sum(_look(need, part, by, at) for part in parts)
    _finish(need, residents, found, by, at)
    return found


def look_for_all(*, by: Actor, at: datetime) -> int:
    """Each by itself: a night that broke off goes on the next."""
    return sum(look_for(need, by=by, at=at) for need in needs().values())


@transaction.atomic
def forget_offers(day: date) -> int:
    """What is 30 days old; how many."""
    count, _each = HelpOffer.objects.filter(until__lte=day).delete()
    return count


@transaction.atomic
def _is_due(need: Need, at: datetime) -> bool:
    switch = _running(need, at)
    if switch is None:
        return False
    if need.finds or switch.looked_on is None:
        return True
    return local_day(at) - switch.looked_on >= IN_VAULTS_AFTER


def _running(need: Need, at: datetime) -> NeedSwitch | None:
    """Held until the end of the transaction, so that nobody turns it off meanwhile."""
    switch = locked(NeedSwitch, need)
    if switch is None or switch.state != SwitchState.ON or switch.version != need.version:
        return None
    return switch if need.is_reviewed_on(local_day(at)) else None


def _candidates(need: Need, day: date) -> list[UUID]:
    """Who lives, and did not say no. Of whom we hold nothing that this need looks at, nobody."""
    residents = wanting(need).exclude(vault__closed_at__isnull=False)
    if need.finds:
        residents = residents.filter(pk__in=LOOKS[need.finds](day, None))
    else:
        residents = residents.filter(vault__isnull=False, vault__frozen_at=None)
    return list(residents.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _look(need: Need, part: Sequence[UUID], by: Actor, at: datetime) -> int:
    switch = _running(need, at)
    if switch is None:
        return 0
    held = held_by_many(need, part, purpose=why(need, switch.basis), by=by, at=at)
    HelpOffer.objects.filter(kind=need.key, resident__in=set(part) - held).delete()
    day = local_day(at)
    until = day_after_term(rules()["vault"]["hulpaanbod"].term, day)
    new = [
        HelpOffer(resident_id=each, kind=need.key, version=need.version, found_on=day, until=until)
        for each in sorted(held)
    ]
    HelpOffer.objects.bulk_create(new, ignore_conflicts=True)  # who stood there keeps the day
    return len(held)


@transaction.atomic
def _finish(need: Need, looked: Sequence[UUID], found: int, by: Actor, at: datetime) -> None:
    """Who is looked at no more is on the list no more."""
    switch = _running(need, at)
    if switch is None:
        return
    rows = HelpOffer.objects.filter(kind=need.key)
    rows.exclude(resident__in=looked).delete()
    unwanted(rows, need).delete()
    switch.looked_on = local_day(at)
    switch.save(update_fields=["looked_on"])
    record("proactive.need.looked", on=switch, by=by, at=at, kind=need.key, found=found)
