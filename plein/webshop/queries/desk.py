"""What staff see of the shop: in few queries, and without a person's name."""

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from plein.webshop.models import (
    BatchStatus,
    CreditProposal,
    Grant,
    OrderLine,
    PaymentInstruction,
    ProductVersion,
    Provider,
    SchemePeriod,
    SchemeStatus,
    SettlementBatch,
    VersionStatus,
)
from plein.webshop.payable import PAYABLE


def periods() -> QuerySet[SchemePeriod]:
    """Each period with its credit, pot and grants; the open ones first."""
    return (
        SchemePeriod.objects.select_related("scheme", "pot")
        .annotate(granted=Count("grants"), granted_cents=Coalesce(Sum("grants__amount"), 0))
        .order_by("scheme__name", "-spend_from")
    )


def drafts() -> QuerySet[SchemePeriod]:
    return SchemePeriod.objects.filter(scheme__status=SchemeStatus.DRAFT).select_related("scheme")


def grants_of(period: SchemePeriod, reference: str = "") -> QuerySet[Grant]:
    """The budgets of a period, newest first, or with this in their reference."""
    grants = period.grants.select_related("budget", "member").order_by("-granted_at", "pk")
    return grants.filter(reference__icontains=reference) if reference else grants


def open_credits() -> QuerySet[CreditProposal]:
    return (
        CreditProposal.objects.filter(approved_by=None)
        .select_related("period__scheme", "proposed_by__account")
        .order_by("proposed_at")
    )


def versions_to_review() -> QuerySet[ProductVersion]:
    return (
        ProductVersion.objects.filter(status=VersionStatus.SUBMITTED)
        .select_related("product__provider__organisation")
        .order_by("submitted_at")
    )


def versions_on_sale(words: str = "") -> QuerySet[ProductVersion]:
    on_sale = ProductVersion.objects.filter(status=VersionStatus.APPROVED).select_related(
        "product__provider__organisation"
    )
    if words:
        provider = Q(product__provider__organisation__name__icontains=words)
        on_sale = on_sale.filter(Q(title__icontains=words) | provider)
    return on_sale.order_by("title", "pk")


def providers() -> QuerySet[Provider]:
    on_sale = Q(products__versions__status=VersionStatus.APPROVED)
    return (
        Provider.objects.select_related("organisation", "payable")
        .annotate(on_sale=Count("products__versions", filter=on_sale))
        .order_by("organisation__name")
    )


def batches() -> QuerySet[SettlementBatch]:
    return (
        SettlementBatch.objects.defer("file_sealed")
        .select_related("made_by__account", "decided_by__account")
        .annotate(total=Coalesce(Sum("instructions__amount"), 0), count=Count("instructions"))
        .order_by("-number")
    )


def batches_to_approve() -> QuerySet[SettlementBatch]:
    return batches().filter(status=BatchStatus.PROPOSED)


def instructions_of(batch: SettlementBatch) -> QuerySet[PaymentInstruction]:
    return (
        batch.instructions.select_related("provider__organisation", "claim", "again_in__batch")
        .annotate(count=Count("lines"))
        .order_by("provider__organisation__name", "claim__number")
    )


def payable_per_provider() -> QuerySet[Provider]:
    """What each provider handed over and is in no batch yet, less the contribution."""
    lines = (
        OrderLine.objects.filter(PAYABLE, instruction=None, pickup__provider=OuterRef("pk"))
        .order_by()
        .values("pickup__provider")
        .annotate(cents=Sum(F("price") - F("contribution")))
    )
    return (
        Provider.objects.select_related("organisation")
        .annotate(waiting=Subquery(lines.values("cents")))
        .filter(waiting__gt=0)
        .order_by("organisation__name")
    )
