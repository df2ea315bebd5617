"""Budgets and households for staff. Names are not here: they come through the gate."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext

from plein.identity.models import Household, Member, MemberRole
from plein.kernel.period import age_on
from plein.webshop.models import Grant, LineStatus, OrderLine, SchemePeriod

BANDS = ((0, 3), (4, 11), (12, 17))  # years, both in it


def grants_of(period: SchemePeriod, reference: str = "") -> QuerySet[Grant]:
    """The budgets of a period, newest first, perhaps only those with this in their reference."""
    grants = Grant.objects.filter(period=period).select_related("member", "budget")
    if reference:
        grants = grants.filter(reference__icontains=reference)
    return grants.order_by("-granted_at", "reference", "pk")


def grants_of_household(household: Household) -> list[Grant]:
    grants = Grant.objects.filter(household=household)
    return list(
        grants.select_related("period__scheme", "member", "budget").order_by(
            "-period__spend_until", "period__scheme__name", "pk"
        )
    )


def open_orders(household: Household) -> int:
    lines = OrderLine.objects.filter(order__household=household, status=LineStatus.RESERVED)
    return lines.values("order").distinct().count()


def whom(member: Member | None, day: date) -> str:
    """Whom a budget is for, without saying who it is: "kind, 4 tot en met 11 jaar"."""
    if member is None:
        return gettext("huishouden")
    if member.role != MemberRole.CHILD or member.birth_month is None:
        return str(member.get_role_display())
    age = age_on(day, member.birth_month)
    for first, last in BANDS:
        if first <= age <= last:
            band = gettext("%(first)s tot en met %(last)s jaar") % {"first": first, "last": last}
            return f"{member.get_role_display()}, {band}"
    return gettext("kind, 18 jaar of ouder")


def line_counts(grant_id: UUID) -> dict[str, int]:
    """How many lines of orders a budget paid, and how many still wait."""
    return OrderLine.objects.filter(grant=grant_id).aggregate(
        waiting=Count("pk", filter=Q(status=LineStatus.RESERVED)),
        handed_over=Count("pk", filter=Q(status=LineStatus.HANDED_OVER)),
    )
