"""What providers are owed, and what was paid to them. No residents in any of it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Sum

from plein.kernel.clock import start_of
from plein.webshop.models import (
    BatchStatus,
    LineStatus,
    OrderLine,
    PaymentInstruction,
    Provider,
    SettlementBatch,
    VersionStatus,
)


@dataclass(frozen=True, slots=True)
class Owed:
    """What one provider would be paid."""

    provider: str
    lines: int
    cents: int


def batches() -> QuerySet[SettlementBatch]:
    """Newest first, with `total` and `payments`; without the file itself."""
    return (
        SettlementBatch.objects.defer("file")
        .select_related("made_by__account", "decided_by__account")
        .annotate(total=Sum("instructions__amount"), payments=Count("instructions"))
        .order_by("-number")
    )


def owed_before(until: date) -> list[Owed]:
    """Per provider what was handed over before this day and is in no batch."""
    lines = OrderLine.objects.filter(
        status=LineStatus.HANDED_OVER, instruction=None, handed_over_at__lt=start_of(until)
    )
    per_provider = lines.values_list("pickup__provider__organisation__name").annotate(
        n=Count("pk"), cents=Sum("price")
    )
    return [Owed(*row) for row in per_provider.order_by("pickup__provider__organisation__name")]


def instructions_of(batch: SettlementBatch) -> QuerySet[PaymentInstruction]:
    return (
        batch.instructions.select_related("provider__organisation")
        .annotate(deliveries=Count("lines"))
        .order_by("provider__organisation__name")
    )


def specification(instruction: PaymentInstruction) -> QuerySet[OrderLine]:
    """The deliveries behind one payment: order, product, day and amount."""
    return instruction.lines.select_related("order", "version").order_by("handed_over_at", "pk")


def providers() -> QuerySet[Provider]:
    """With `on_sale`, the number of products residents can buy."""
    return (
        Provider.objects.select_related("organisation", "payable")
        .annotate(on_sale=_on_sale())
        .order_by("organisation__name")
    )


def _on_sale() -> Count:
    return Count(
        "products__versions",
        filter=Q(products__versions__status=VersionStatus.APPROVED, products__is_withdrawn=False),
        distinct=True,
    )


def payments_to(provider: Provider) -> QuerySet[PaymentInstruction]:
    approved = provider.instructions.filter(batch__status=BatchStatus.APPROVED)
    return approved.select_related("batch").defer("batch__file").order_by("-batch__number")
