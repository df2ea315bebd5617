"""A day begins: its work is put in the queue once, in the transaction that notes it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import now
from django_tasks import task

from plein.jobs.models import Tick
from plein.jobs.schedule import NIGHTLY
from plein.kernel.clock import local_day
from plein.tenants.models import Municipality
from plein.tenants.scope import within


@transaction.atomic
def start_day(at: datetime) -> int:
    """Queue tonight's work for every municipality; how many jobs. A second call queues none."""
    day = local_day(at)
    started = 0
    for name in NIGHTLY:
        _tick, is_new = Tick.objects.get_or_create(name=name, day=day)
        if is_new:
            for municipality in Municipality.objects.values_list("pk", flat=True):
                run_nightly.enqueue(name=name, municipality=municipality, day=day.isoformat())
                started += 1
    return started


@task()
def run_nightly(name: str, municipality: int, day: str) -> None:
    """One piece of work for one municipality; safe to run again."""
    with within(Municipality.objects.get(pk=municipality)):
        NIGHTLY[name](date.fromisoformat(day), now())
