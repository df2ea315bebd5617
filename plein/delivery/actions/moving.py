"""A delivery along its table of moves; each in a transaction of its own, around the sending."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.delivery.actions.other_way import instead_of, way_after
from plein.delivery.models import Delivery, DeliveryState
from plein.delivery.notices import NOT_AT_NIGHT
from plein.delivery.quiet import is_quiet, when_awake
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal

BACK_OFF = tuple(timedelta(minutes=minutes) for minutes in (1, 10, 60, 360))
BY_POST = "brief verstuurd"
MOST_HOURS = timedelta(hours=1)  # nobody sends for longer


class AlreadyDone(Refusal):
    message = _("Dit is al gedaan.")


@transaction.atomic
def offer(delivery_id: UUID, *, at: datetime) -> Delivery | None:
    """Ours to send, for one worker only. None where it is not its time, or somebody has it."""
    delivery = _locked(delivery_id)
    if not delivery.is_planned or at < delivery.planned_for:
        return None
    if delivery.notice in NOT_AT_NIGHT and is_quiet(at):
        delivery.planned_for = when_awake(at)
        delivery.save(update_fields=["planned_for"])
        return None
    move(delivery, DeliveryState.OFFERED)
    delivery.tries, delivery.offered_at = delivery.tries + 1, at
    delivery.save()
    return delivery


@transaction.atomic
def arrived(delivery_id: UUID, *, proof: str, at: datetime) -> Delivery:
    """The other side took it; its identification is the proof."""
    delivery = _locked(delivery_id)
    move(delivery, DeliveryState.DELIVERED)
    delivery.proof, delivery.settled_at = proof, at
    delivery.save()
    return delivery


@transaction.atomic
def try_later(delivery_id: UUID, *, problem: str, at: datetime) -> Delivery:
    """Nobody answered: once more after a while, and after the last time another way."""
    delivery = _locked(delivery_id)
    if delivery.tries > len(BACK_OFF):
        return _goes_wrong(delivery, problem=problem, at=at)
    move(delivery, DeliveryState.PLANNED)
    delivery.problem, delivery.planned_for = problem, at + BACK_OFF[delivery.tries - 1]
    delivery.save()
    return delivery


@transaction.atomic
def fail(delivery_id: UUID, *, problem: str, at: datetime) -> Delivery:
    """It will not arrive: another way, at once."""
    return _goes_wrong(_locked(delivery_id), problem=problem, at=at)


def _goes_wrong(delivery: Delivery, *, problem: str, at: datetime) -> Delivery:
    move(delivery, DeliveryState.FAILED)
    delivery.problem, delivery.settled_at = problem, at
    instead_of(delivery, at=at, problem=problem, way=way_after(delivery))
    move(delivery, DeliveryState.OTHER_WAY)
    delivery.save()
    return delivery


@transaction.atomic
def done_by_hand(delivery: Delivery, how: str, *, by: Staff, at: datetime) -> Delivery:
    """Staff called or wrote. Raises `AlreadyDone`."""
    delivery = _locked(delivery.pk)
    move(delivery, DeliveryState.DELIVERED)
    delivery.proof = f"{how}, {by.actor.function}, {by.team}"
    delivery.settled_at = at
    delivery.save()
    record("delivery.by_hand", on=delivery, by=by.actor, at=at)
    return delivery


@transaction.atomic
def sent_by_post(keys: Collection[UUID], *, by: Staff, at: datetime) -> int:
    """These letters went out; how many. What was done already stays as it is."""
    waiting = Delivery.objects.by_hand().filter(pk__in=keys)
    rows = list(waiting.select_for_update().order_by("pk"))
    for delivery in rows:
        done_by_hand(delivery, BY_POST, by=by, at=at)
    return len(rows)


@transaction.atomic
def lapse(deliveries: Iterable[UUID]) -> None:
    """What they tell of is over; what was sent already stays as it is."""
    waiting = [DeliveryState.PLANNED, DeliveryState.BY_HAND]
    rows = Delivery.objects.filter(pk__in=list(deliveries), state__in=waiting)
    rows.update(state=DeliveryState.LAPSED)


def move(delivery: Delivery, state: DeliveryState) -> None:
    """Raises `AlreadyDone`."""
    if state not in Delivery.MOVES[DeliveryState(delivery.state)]:
        raise AlreadyDone
    delivery.state = state


def _locked(delivery_id: UUID) -> Delivery:
    return Delivery.objects.select_for_update().get(pk=delivery_id)
