"""What a municipality used in a month, counted from what stands in the registers already."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Sum

from plein.audit.models import Act
from plein.cases.models import Case
from plein.documents.models import Document
from plein.identity.signing_in import PROVIDER, RESIDENT, STAFF
from plein.journeys.phases import Phase
from plein.kernel.actor import system
from plein.kernel.clock import start_of
from plein.kernel.months import month_of, months_after
from plein.metering.actions import keep_month
from plein.metering.meters import Meter
from plein.metering.queries import newest_month
from plein.payments.models import LineState, RunLine, RunState
from plein.tenants.scope import current
from plein.vault.models import Paper
from plein.webshop.models import Order, PaymentInstruction, ProductVersion
from plein.webshop.models.settlement import DECIDED

BY = system("gebruik tellen")
COUNTED_AFTER = timedelta(days=1)  # what was under way at midnight has ended by then


def count_use(day: date, *, at: datetime) -> int:
    """Nightly: writes each month that is over since the one before it. How many."""
    running = month_of(day - COUNTED_AFTER)
    written = newest_month()
    month = months_after(written, 1) if written else months_after(running, -1)
    kept = 0
    while month < running:
        kept += keep_month(month, counted(month), by=BY, at=at)
        month = months_after(month, 1)
    return kept


def counted(month: date) -> dict[Meter, int]:
    """From midnight to midnight in Amsterdam. Storage is what lies there now."""
    span = (start_of(month), start_of(months_after(month, 1)))
    return {
        Meter.RESIDENT_SIGN_INS: _acts(RESIDENT, *span),
        Meter.STAFF_SIGN_INS: _acts(STAFF, *span),
        Meter.PROVIDER_SIGN_INS: _acts(PROVIDER, *span),
        Meter.CASES: _cases(*span),
        Meter.ORDERS: Order.objects.filter(placed_at__gte=span[0], placed_at__lt=span[1]).count(),
        Meter.BENEFIT_PAYMENTS: _benefit_payments(*span),
        Meter.SHOP_PAYMENTS: _shop_payments(*span),
        Meter.STORAGE: _stored(),
    }


def _acts(name: str, start: datetime, until: datetime) -> int:
    acts = Act.objects.filter(municipality_id=current().pk, name=name)
    return acts.filter(at__gte=start, at__lt=until).count()


def _cases(start: datetime, until: datetime) -> int:
    """A melding is none until it is an aanvraag."""
    filed = Case.objects.filter(filed_at__gte=start, filed_at__lt=until)
    return filed.exclude(phase=Phase.REPORTED).count()


def _benefit_payments(start: datetime, until: datetime) -> int:
    """Orders to the bank of runs that were approved; what came back was paid work too."""
    lines = RunLine.objects.filter(run__decided_at__gte=start, run__decided_at__lt=until)
    booked = lines.filter(run__state__in=[RunState.BOOKING, RunState.READY], pays__gt=0)
    return booked.exclude(state=LineState.HELD).count()


def _shop_payments(start: datetime, until: datetime) -> int:
    paid = PaymentInstruction.objects.filter(
        batch__decided_at__gte=start, batch__decided_at__lt=until, batch__status__in=DECIDED
    )
    return paid.filter(amount__gt=0).count()


def _stored() -> int:
    """Bytes of documents, of papers in vaults, and of photos of products."""
    documents = Document.objects.exclude(file="").aggregate(n=Sum("size"))["n"] or 0
    papers = Paper.objects.aggregate(n=Sum("size"))["n"] or 0
    photos = ProductVersion.objects.exclude(photo="").values_list("photo", flat=True).distinct()
    return documents + papers + _of_files(photos)


def _of_files(names: Iterable[str]) -> int:
    """Versions share the photo of the one before; a photo that is gone takes no room."""
    storage = ProductVersion._meta.get_field("photo").storage
    return sum(storage.size(name) for name in names if storage.exists(name))
