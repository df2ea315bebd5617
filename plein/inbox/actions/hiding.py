"""An event is kept from the resident for a while: on a ground of the law, by two people."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.inbox.models import Event, Hiding
from plein.inbox.models.events import HidingGround
from plein.inbox.notices import has_legal_effect
from plein.inbox.timeline import announce
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal

LONGEST = timedelta(days=92)  # then it is looked at again


class NotThisLong(Refusal):
    message = _("Kies een dag die nog komt, en hoogstens drie maanden verder.")


class HasLegalEffect(Refusal):
    message = _("Een besluit of een verlenging moet de inwoner altijd kunnen lezen.")


class IsProposed(Refusal):
    message = _("Hiervoor is dit al voorgesteld.")


class TwoPeople(Refusal):
    message = _("Een ander dan u zelf beslist hierover.")


class IsDecided(Refusal):
    message = _("Hierover is al beslist.")


def propose_hiding(
    event: Event,
    ground: HidingGround,
    until: date,
    *,
    tells_nothing: bool,
    by: Staff,
    at: datetime,
) -> Hiding:
    """The resident sees it until somebody else agrees.

    Raises `HasLegalEffect`, `NotThisLong` and `IsProposed`.
    """
    if has_legal_effect(event):
        raise HasLegalEffect
    today = local_day(at)
    if not today < until <= today + LONGEST:
        raise NotThisLong
    try:
        with transaction.atomic():
            Hiding.objects.filter(event=event, until__lte=today).delete()  # its day has passed
            hiding = Hiding.objects.create(
                event=event,
                ground=ground,
                until=until,
                tells_nothing=tells_nothing,
                proposed_by=by,
                proposed_at=at,
            )
            record("inbox.hiding.proposed", on=hiding, by=by.actor, at=at, ground=ground)
            return hiding
    except IntegrityError:
        raise IsProposed from None


@transaction.atomic
def agree_to_hiding(hiding: Hiding, *, by: Staff, at: datetime) -> Hiding:
    """From now until its day. Raises `TwoPeople`, `IsDecided` and `NotThisLong`."""
    hiding = _undecided(hiding, by)
    if local_day(at) >= hiding.until:
        raise NotThisLong
    hiding.agreed_by, hiding.agreed_at = by, at
    hiding.save(update_fields=["agreed_by", "agreed_at"])
    record("inbox.hiding.agreed", on=hiding, by=by.actor, at=at)
    announce(hiding.event.topic, at=at)
    return hiding


@transaction.atomic
def refuse_hiding(hiding: Hiding, *, by: Staff, at: datetime) -> None:
    """The resident goes on seeing it. Raises `TwoPeople` and `IsDecided`."""
    hiding = _undecided(hiding, by)
    record("inbox.hiding.refused", on=hiding, by=by.actor, at=at)
    hiding.delete()


def _undecided(hiding: Hiding, by: Staff) -> Hiding:
    found = Hiding.objects.select_for_update(of=["self"]).select_related("event__topic")
    current = found.filter(pk=hiding.pk).first()
    if current is None or current.agreed_at is not None:
        raise IsDecided
    if current.proposed_by_id == by.pk:
        raise TwoPeople
    return current
