"""The waiting list of a period: whoever came first gets the first money that comes in."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Household, Member
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.webshop.actions.grants import (
    AlreadyGranted,
    PotIsEmpty,
    SchemeNotOpen,
    amount_by_rule,
    grant_budget,
    has_grant,
)
from plein.webshop.models import Grant, SchemePeriod, SubjectKind, WaitingGrant, WaitingStatus


class NotWaiting(Refusal):
    message = _("Deze plek op de wachtlijst is er niet meer.")


class WaitsAlready(Refusal):
    message = _("Deze persoon staat al op de wachtlijst.")


@transaction.atomic
def put_on_waiting_list(
    period: SchemePeriod,
    household: Household,
    member: Member | None,
    *,
    cents: int | None = None,
    reference: str,
    by: Actor,
    at: datetime,
) -> WaitingGrant:
    """A place after everybody who waits now, for what would be granted today.

    The same reference gives the same place. Raises `AlreadyGranted`, `WaitsAlready` and
    `NoAmountFits`.
    """
    period = SchemePeriod.objects.select_for_update().get(pk=period.pk)
    if earlier := WaitingGrant.objects.filter(period=period, reference=reference).first():
        return earlier
    owner = None if period.scheme.subject == SubjectKind.HOUSEHOLD else member
    if has_grant(period, household, owner):
        raise AlreadyGranted
    theirs = WaitingGrant.objects.filter(period=period, household=household, member=owner)
    if theirs.filter(status=WaitingStatus.WAITING).exists():
        raise WaitsAlready
    place = WaitingGrant.objects.create(
        period=period,
        household=household,
        member=owner,
        cents=cents or amount_by_rule(period, household, owner, at),
        reference=reference,
        asked_at=at,
    )
    record("webshop.waiting.added", on=place, by=by, at=at)
    return place


def grant_waiting(period: SchemePeriod, *, by: Actor, at: datetime) -> list[Grant]:
    """Grant from the front of the list for as long as the pot carries the next one.

    A smaller amount further on does not go first. Each place in a transaction of its own.
    """
    if local_day(at) >= period.spend_until:
        return []
    granted = []
    for place in period.waiting.filter(status=WaitingStatus.WAITING):
        try:
            grant = _grant_place(place, by=by, at=at)
        except (PotIsEmpty, SchemeNotOpen):
            break
        except AlreadyGranted:
            remove_from_waiting_list(place, by=by, at=at)
            continue
        if grant:
            granted.append(grant)
    return granted


def grant_all_waiting(at: datetime, *, by: Actor) -> int:
    """What came back to the pots today goes to who waits; how many budgets."""
    waiting = SchemePeriod.objects.filter(waiting__status=WaitingStatus.WAITING)
    periods: Iterable[SchemePeriod] = waiting.select_related("scheme").distinct()
    return sum(len(grant_waiting(period, by=by, at=at)) for period in periods)


@transaction.atomic
def _grant_place(place: WaitingGrant, *, by: Actor, at: datetime) -> Grant | None:
    place = _locked(place)
    if place.status != WaitingStatus.WAITING:
        return None
    place.grant = grant_budget(
        place.period,
        place.household,
        place.member,
        cents=place.cents,
        reference=place.reference,
        by=by,
        at=at,
    )
    place.status = WaitingStatus.GRANTED
    place.save(update_fields=["status", "grant"])
    return place.grant


@transaction.atomic
def remove_from_waiting_list(place: WaitingGrant, *, by: Actor, at: datetime) -> None:
    """Raises `NotWaiting`."""
    place = _locked(place)
    if WaitingStatus.REMOVED not in WaitingGrant.MOVES[WaitingStatus(place.status)]:
        raise NotWaiting
    place.status = WaitingStatus.REMOVED
    place.save(update_fields=["status"])
    record("webshop.waiting.removed", on=place, by=by, at=at)


def _locked(place: WaitingGrant) -> WaitingGrant:
    places = WaitingGrant.objects.select_for_update(of=["self"])
    return places.select_related("period__scheme", "household", "member").get(pk=place.pk)
