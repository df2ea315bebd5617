"""The register of who may ask: recipients with their uses, and what waits for somebody."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from plein.vault.models import DataUse, Recipient


def recipients() -> QuerySet[Recipient]:
    """Each with the number of its uses that are open."""
    is_open = Q(uses__approved_at__isnull=False, uses__ended_at=None)
    counted = Recipient.objects.annotate(open_uses=Count("uses", filter=is_open))
    return counted.select_related("organisation").order_by("organisation__name")


def uses() -> QuerySet[DataUse]:
    with_people = DataUse.objects.select_related(
        "recipient__organisation", "registered_by__account", "approved_by__account"
    )
    return with_people.order_by("review_on", "title")


def uses_to_approve() -> QuerySet[DataUse]:
    return uses().filter(approved_at=None, ended_at=None)


def uses_to_review(day: date) -> QuerySet[DataUse]:
    """Open, and past the day on which somebody would look again."""
    return uses().filter(approved_at__isnull=False, ended_at=None, review_on__lte=day)
