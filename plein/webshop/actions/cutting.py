"""After the term the shop forgets whose money it was: amounts stay, and lead to nobody."""

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from plein.audit.actions import record
from plein.identity.models import Household, Member, MemberRole
from plein.kernel.actor import Actor
from plein.webshop.models import (
    ActivationCode,
    Claim,
    ClaimStatus,
    Grant,
    GrantStatus,
    Order,
    OrderLine,
    OwnSharePayment,
    Return,
    WaitingGrant,
)
from plein.webshop.models.orders import HELD

TERM = 7  # years after the last day to spend; BW boek 2 art. 10 lid 3, Selectielijst 5.1.1
SETTLED = (ClaimStatus.PAID, ClaimStatus.REFUSED, ClaimStatus.WITHDRAWN)


def cut_links(day: date, *, by: Actor, at: datetime) -> int:
    """Each budget that ended so long ago in a transaction of its own; how many there were.

    What never became a budget goes as a whole: places on a waiting list, and unused codes.
    """
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
    for model in (WaitingGrant, ActivationCode):
        model.objects.filter(grant=None, period__spend_until__lte=before).delete()
    return len(grants)


@transaction.atomic
def _cut(grant: Grant, day: date, by: Actor, at: datetime) -> None:
    """Budget, orders and declaraties now belong to a household in which nobody lives."""
    nobody = Household.objects.create(id=uuid4(), data_key=b"")
    role = grant.member.role if grant.member else MemberRole.ADULT
    place = Member.objects.create(household=nobody, role=role, name_sealed=b"", start=day)
    grant.household, grant.member = nobody, place if grant.member_id else None
    grant.cut_on, grant.reference = day, f"vergeten-{grant.pk}"
    grant.save(update_fields=["household", "member", "cut_on", "reference"])
    _cut_what_came_of(grant, place)
    _cut_where_it_came_from(grant)
    record("webshop.grant.forgotten", on=grant, by=by, at=at)


def _cut_what_came_of(grant: Grant, place: Member) -> None:
    """An order that also spends a budget of somebody who is still known waits for that one."""
    OrderLine.objects.filter(grant=grant).update(member=place)
    Claim.objects.filter(grant=grant).update(member=place, resident=None)
    Return.objects.filter(line__grant=grant).exclude(note="").update(note="vergeten")
    known = OrderLine.objects.filter(grant__cut_on=None).values("order")
    orders = Order.objects.filter(lines__grant=grant).exclude(pk__in=known)
    cut = list(orders.values_list("pk", flat=True))
    Order.objects.filter(pk__in=cut).update(household=place.household, placed_by=None)
    OwnSharePayment.objects.filter(order__in=cut).update(reference="", page_url="")


def _cut_where_it_came_from(grant: Grant) -> None:
    forgotten = grant.reference
    WaitingGrant.objects.filter(grant=grant).update(
        household=grant.household, member=grant.member, reference=forgotten
    )
    ActivationCode.objects.filter(grant=grant).update(reference=forgotten)
