"""Months of use before today, so that a statement has something to show."""

from datetime import datetime

from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.kernel.clock import local_day
from plein.kernel.months import month_of, months_after
from plein.metering.actions import keep_month
from plein.metering.meters import Meter
from plein.tenants.models import Municipality


def add_use(municipality: Municipality, at: datetime) -> None:
    this_month = month_of(local_day(at))
    for row in rows("use", "months"):
        if row["municipality"] == municipality.slug:
            counts = {Meter(name): count for name, count in row["counts"].items()}
            keep_month(months_after(this_month, -row["ago"]), counts, by=DEMO, at=at)
