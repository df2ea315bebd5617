"""What a provider sees: its own products, hand-overs and payments, and no person."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from plein.kernel.clock import start_of
from plein.ledger.models import Account, AccountKind
from plein.webshop.models import (
    DECIDED,
    LineStatus,
    OrderLine,
    PaymentInstruction,
    Pickup,
    Product,
    ProductVersion,
    Provider,
    VersionStatus,
)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A pick-up, with what of it was handed over."""

    pickup: Pickup
    given: list[OrderLine]


def handed_over_on(provider: Provider, day: date) -> list[HandedOver]:
    """The pick-ups with something that was handed over on this day, the last one first."""
    lines = OrderLine.objects.filter(
        pickup__provider=provider,
        status=LineStatus.HANDED_OVER,
        handed_over_at__gte=start_of(day),
        handed_over_at__lt=start_of(day + timedelta(days=1)),
    )
    found: dict[UUID, HandedOver] = {}
    for line in lines.select_related("version", "pickup").order_by("-handed_over_at", "pk"):
        found.setdefault(line.pickup_id, HandedOver(line.pickup, [])).given.append(line)
    return list(found.values())


def not_paid_yet(provider: Provider) -> int:
    """Cents that were handed over and are in no payment file yet, less what is owed to us.

    A batch that waits for approval has no file: what is in it is still to be paid.
    """
    owing = Q(kind=AccountKind.VORDERING, owner=str(provider.pk))
    accounts = Account.objects.filter(Q(pk=provider.payable_id) | owing)
    return accounts.aggregate(total=Sum("balance"))["total"] or 0


def latest_versions(provider: Provider) -> list[Product]:
    """The products by title; `unread` is how many messages about it the provider did not read."""
    unread = Count("messages", filter=Q(messages__staff__isnull=False, messages__read_at=None))
    return sorted(with_versions(provider.products.annotate(unread=unread)), key=_title)


def with_versions(products: QuerySet[Product]) -> QuerySet[Product]:
    """With, in `shown`, what is on sale and what was decided or waits since."""
    wanted = [VersionStatus.APPROVED, VersionStatus.SUBMITTED, VersionStatus.REJECTED]
    versions = ProductVersion.objects.filter(status__in=wanted).order_by("-number")
    return products.prefetch_related(Prefetch("versions", versions, "shown"))


def _title(product: Product) -> str:
    shown: list[ProductVersion] = product.shown  # type: ignore[attr-defined]  # prefetched above
    return shown[0].title if shown else ""


def payments(provider: Provider) -> QuerySet[PaymentInstruction]:
    """What was approved for this provider, the newest first."""
    approved = provider.instructions.filter(batch__status__in=DECIDED)
    return (
        approved.select_related("batch")
        .defer("batch__file_sealed")
        .annotate(count=Count("lines"))
        .order_by("-batch__number")
    )
