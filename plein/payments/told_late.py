"""What residents told after the month was paid: staff see to it that the month is worked out anew.

Whether it waits is read from the record itself, so it is over when `revise` made a newer version.
"""

from django.db.models import F, OuterRef, QuerySet, Subquery

from plein.payments.models import AwardMonth, Statement


def told_late() -> QuerySet[Statement]:
    """The longest waiting first."""
    paid = AwardMonth.objects.fixed().filter(award=OuterRef("award"), month=OuterRef("month"))
    worked_out = Subquery(paid.order_by("-version").values("known_at")[:1])
    own = Statement.objects.filter(by_resident=True).annotate(worked_out_at=worked_out)
    late = own.filter(known_at__gt=F("worked_out_at"))
    return late.select_related("award").order_by("known_at", "pk")
