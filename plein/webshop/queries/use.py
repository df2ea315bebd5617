"""What the money of a period went to, who sold it, and when the pot is empty."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from plein.kernel.clock import AMSTERDAM
from plein.kernel.few import shown
from plein.webshop.models import Category, OrderLine, SchemePeriod
from plein.webshop.models.orders import GIVEN_BACK
from plein.webshop.rules import months_begun

MONTHS_BACK = 3  # the pace of the last months says how fast the pot empties


@dataclass(frozen=True, slots=True)
class Share:
    """Part of what was ordered; `pieces` is None where it is about too few."""

    name: str
    pieces: int | None
    cents: int


def by_category(period: SchemePeriod) -> list[Share]:
    """Money of a category with few pieces stands under one name, so that nobody is found."""
    rows = _kept(period).values_list("version__category").annotate(n=Count("pk"), c=Sum("price"))
    shares = [Share(str(Category(name).label), shown(n), cents) for name, n, cents in rows]
    few = [share for share in shares if share.pieces is None]
    kept = [share for share in shares if share.pieces is not None]
    if few:
        kept.append(Share(_("andere soorten samen"), None, sum(each.cents for each in few)))
    return sorted(kept, key=lambda share: -share.cents)


def by_provider(period: SchemePeriod) -> list[Share]:
    """What each provider sold: money of the municipality, and no person."""
    name = "pickup__provider__organisation__name"
    rows = _kept(period).values_list(name).annotate(n=Count("pk"), c=Sum("price"))
    return sorted((Share(*row) for row in rows), key=lambda share: -share.cents)


def _kept(period: SchemePeriod) -> QuerySet[OrderLine]:
    lines = OrderLine.objects.filter(grant__period=period).exclude(status__in=GIVEN_BACK)
    return lines.order_by()


@dataclass(frozen=True, slots=True)
class Month:
    """Cents from the first month up to and including this one."""

    month: date
    granted: int
    spent: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """`empty_in` is the month (its first day) that empties the pot; None: it lasts."""

    months: list[Month]
    credit: int
    expected: int
    empty_in: date | None


def forecast(period: SchemePeriod, day: date) -> Forecast:
    """Granted and spent by month, and what the pace of the last months makes of the pot."""
    granted = _by_month(period.grants.order_by(), "granted_at", "amount")
    spent = _by_month(_kept(period), "order__placed_at", "price")
    credit = sum(granted.values()) + period.pot.balance
    months = _months(min([period.apply_from, *granted, *spent]), min(day, period.spend_until))
    so_far = zip(
        months,
        accumulate(granted.get(month, 0) for month in months),
        accumulate(spent.get(month, 0) for month in months),
        strict=True,
    )
    left = months_begun(day, period.apply_until) if day < period.apply_until else 0
    pace = sum(granted.get(month, 0) for month in months[-MONTHS_BACK:]) // MONTHS_BACK
    expected = min(credit, sum(granted.values()) + pace * left)
    return Forecast(
        [Month(*row) for row in so_far], credit, expected, _empty_in(period, day, pace, left)
    )


def _by_month(rows: QuerySet[Any], moment: str, cents: str) -> Mapping[date, int]:
    month = TruncMonth(moment, tzinfo=AMSTERDAM)
    found = rows.annotate(month=month).values_list("month").annotate(total=Sum(cents))
    return {moment.date(): total for moment, total in found}


def _months(first: date, last: date) -> list[date]:
    months, month = [], first.replace(day=1)
    while month <= last:
        months.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return months


def _empty_in(period: SchemePeriod, day: date, pace: int, left: int) -> date | None:
    """Counting from this month on."""
    if not pace or period.pot.balance >= pace * left:
        return None
    ahead = period.pot.balance // pace
    return _months(day, day + timedelta(days=31 * (ahead + 1)))[ahead]
