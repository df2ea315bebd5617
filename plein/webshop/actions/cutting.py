"""After the term the shop forgets whose money it was: amounts stay, and lead to nobody."""

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Household, Member
from plein.kernel.actor import Actor
from plein.webshop.models import Claim, ClaimStatus, Grant, GrantStatus, Order, OrderLine
from plein.webshop.models.orders import HELD

TERM = 7  # years after the last day to spend; BW boek 2 art. 10 lid 3, Selectielijst 5.1.1
SETTLED = (ClaimStatus.PAID, ClaimStatus.REFUSED, ClaimStatus.WITHDRAWN)


def cut_links(day: date, *, by: Actor, at: datetime) -> int:
    """Each budget that ended so long ago in a transaction of its own; how many there were."""
    before = day.replace(year=day.year - TERM, day=min(day.day, 28))
    ended = Grant.objects.filter(
        cut_on=None,
        status__in=[GrantStatus.LAPSED, GrantStatus.REVOKED],
        period__spend_until__lte=before,
    )
    open_lines = OrderLine.objects.filter(status__in=HELD).values("grant")
    open_claims = Claim.objects.exclude(status__in=SETTLED).values("grant")
    grants = list(ended.exclude(pk__in=open_lines).exclude(pk__in=open_claims))
    for grant in grants:
        _cut(grant, day, by, at)
    return len(grants)


@transaction.atomic
def _cut(grant: Grant, day: date, by: Actor, at: datetime) -> None:
    """Budget, orders and declaraties now belong to a household in which nobody lives."""
    nobody = Household.objects.create(id=uuid4(), data_key=b"")
    role = grant.member.role if grant.member else "volwassene"
    place = Member.objects.create(household=nobody, role=role, name_sealed=b"", start=day)
    orders = Order.objects.filter(lines__grant=grant)
    orders.filter(pk__in=orders.values("pk")).update(household=nobody, placed_by=None)
    OrderLine.objects.filter(grant=grant).update(member=place)
    Claim.objects.filter(grant=grant).update(member=place, resident=None)
    grant.household, grant.member = nobody, place if grant.member_id else None
    grant.cut_on, grant.reference = day, f"vergeten-{grant.pk}"
    grant.save(update_fields=["household", "member", "cut_on", "reference"])
    record("webshop.grant.forgotten", on=grant, by=by, at=at)
