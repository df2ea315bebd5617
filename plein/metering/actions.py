"""Writing a month down."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.metering.meters import Meter
from plein.metering.models import MonthlyUse
from plein.tenants.scope import current


@transaction.atomic
def keep_month(month: date, counts: Mapping[Meter, int], *, by: Actor, at: datetime) -> bool:
    """Whether this call wrote it: of two at once the second waits, and adds nothing."""
    rows = [
        MonthlyUse(month=month, meter=meter, count=count, counted_at=at)
        for meter, count in counts.items()
    ]
    MonthlyUse.objects.bulk_create(rows, ignore_conflicts=True)
    if not MonthlyUse.objects.filter(pk__in=[row.pk for row in rows]).exists():
        return False
    record("metering.month.kept", on=current(), by=by, at=at, month=f"{month:%Y-%m}")
    return True
