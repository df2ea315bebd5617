"""What ends by itself: budgets after their period, codes nobody used, addresses we may forget."""

from contextlib import suppress
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from plein.kernel.actor import Actor
from plein.kernel.clock import start_of
from plein.webshop.actions.ending import GrantHasEnded, lapse_grant
from plein.webshop.actions.orders import expire_line
from plein.webshop.actions.releasing import CannotCancel
from plein.webshop.actions.saving import carry_over, waits_for_next
from plein.webshop.models import Grant, GrantStatus, LineStatus, Order, OrderLine

ADDRESS_DAYS = 30  # the longest an e-mail address or a name is kept after what it was for


def lapse_ended_grants(day: date, *, by: Actor, at: datetime) -> int:
    """Return what is left of every budget whose spend window has ended; how many there were.

    What was saved up goes to the next budget first, and waits a while for it. Each in a
    transaction of its own, so that a stop halfway loses nothing and repeats nothing.
    """
    ended = Grant.objects.filter(
        status__in=[GrantStatus.ACTIVE, GrantStatus.BLOCKED], period__spend_until__lte=day
    )
    grants = [each for each in ended.select_related("period") if not waits_for_next(each, day)]
    for grant in grants:
        with suppress(GrantHasEnded), transaction.atomic():  # revoked since we looked
            carry_over(grant, by=by, at=at)
            lapse_grant(grant, by=by, at=at)
    return len(grants)


def expire_old_codes(day: date, *, by: Actor, at: datetime) -> int:
    """Give back what was not picked up in time; how many lines there were."""
    waiting = OrderLine.objects.filter(status=LineStatus.RESERVED, pickup__valid_until__lte=day)
    lines = list(waiting)
    for line in lines:
        with suppress(CannotCancel):  # cancelled since we looked
            expire_line(line, by=by, at=at)
    return len(lines)


def forget_addresses(day: date) -> int:
    """Erase the names of lines, and the e-mail addresses of orders, that closed long enough ago.

    How many there were.
    """
    before = start_of(day - timedelta(days=ADDRESS_DAYS))
    named = OrderLine.objects.filter(closed_at__lt=before).exclude(name_sealed=b"")
    lines = OrderLine.objects.filter(order=OuterRef("pk"))
    kept_for = lines.filter(Q(closed_at=None) | Q(closed_at__gte=before))
    closed = Order.objects.filter(~Exists(kept_for)).exclude(email_sealed=b"")
    return named.update(name_sealed=b"") + closed.update(email_sealed=b"")
