"""Reading the months back."""

from datetime import date

from django.db.models import Max

from plein.metering.meters import Meter
from plein.metering.models import MonthlyUse
from plein.metering.statement import Statement, statement_of
from plein.metering.tariff import tariff

Months = dict[date, dict[Meter, int]]


def newest_month() -> date | None:
    found: date | None = MonthlyUse.objects.aggregate(newest=Max("month"))["newest"]
    return found


def statements() -> list[Statement]:
    """Of every month that was written, the newest first."""
    months: Months = {}
    for row in MonthlyUse.objects.order_by("-month"):
        months.setdefault(row.month, {})[Meter(row.meter)] = row.count
    return [statement_of(month, counts, tariff()) for month, counts in months.items()]
