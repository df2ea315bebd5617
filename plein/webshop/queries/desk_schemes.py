"""The schemes of a municipality, with what happens to their money."""

from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from plein.webshop.models import (
    AssortmentEntry,
    CreditProposal,
    Grant,
    GrantStatus,
    LineStatus,
    OrderLine,
    Scheme,
    SchemePeriod,
    SchemeStatus,
)

LIVE = (GrantStatus.ACTIVE, GrantStatus.BLOCKED)
ALMOST_EMPTY = 10  # percent of the credit


def periods_with_figures() -> QuerySet[SchemePeriod]:
    """Each period with `credit`, `given`, `grants_count` and `spent`: one query for all.

    What was given is credit that left the pot: what is left in budgets, reserved, or spent.
    """
    return (
        SchemePeriod.objects.select_related("scheme", "pot")
        .annotate(
            credit=_sum(CreditProposal.objects.exclude(booked=None), "period", "amount"),
            spent=_sum(
                OrderLine.objects.filter(status=LineStatus.HANDED_OVER), "grant__period", "price"
            ),
            grants_count=_count(Grant.objects.filter(status__in=LIVE), "period"),
            products_count=_count(AssortmentEntry.objects.all(), "scheme", of="scheme"),
        )
        .order_by("scheme__name", "-spend_from")
    )


def latest_period(scheme_id: UUID) -> SchemePeriod | None:
    """The last period of a scheme, with its figures."""
    return periods_with_figures().filter(scheme=scheme_id).order_by("-spend_from").first()


def almost_empty() -> list[SchemePeriod]:
    """Open periods with less than a tenth of their credit left."""
    periods = periods_with_figures().filter(scheme__status=SchemeStatus.OPEN)
    return [
        each for each in periods if each.pot.balance * 100 < figure(each, "credit") * ALMOST_EMPTY
    ]


def figure(period: SchemePeriod, name: str) -> int:
    """A number that `periods_with_figures` added."""
    number: int = getattr(period, name)
    return number


def open_periods() -> list[SchemePeriod]:
    """Periods to grant from, and those that were: without drafts."""
    periods = SchemePeriod.objects.exclude(scheme__status=SchemeStatus.DRAFT)
    return list(
        periods.select_related("scheme", "pot").order_by("scheme__status", "scheme__name", "name")
    )


def waiting_credits() -> QuerySet[CreditProposal]:
    return (
        CreditProposal.objects.filter(booked=None)
        .select_related("period__scheme", "period__pot", "proposed_by__account")
        .order_by("proposed_at")
    )


def drafts() -> QuerySet[Scheme]:
    return Scheme.objects.filter(status=SchemeStatus.DRAFT)


def _sum(rows: QuerySet[Any], link: str, column: str) -> Coalesce:
    total = rows.filter(**{link: OuterRef("pk")}).order_by().values(link)
    return Coalesce(
        Subquery(total.annotate(n=Sum(column)).values("n"), output_field=IntegerField()), 0
    )


def _count(rows: QuerySet[Any], link: str, of: str = "pk") -> Coalesce:
    outer = "pk" if of == "pk" else f"{of}_id"
    found = rows.filter(**{link: OuterRef(outer)}).order_by().values(link)
    return Coalesce(
        Subquery(found.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
    )


def recent_credits(period: SchemePeriod) -> QuerySet[CreditProposal]:
    credits = CreditProposal.objects.filter(period=period)
    return credits.select_related("proposed_by__account", "approved_by__account").order_by(
        "-proposed_at"
    )[:20]
