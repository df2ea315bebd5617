"""What can come back, and what came back: products and days, and no person."""

from django.db.models import QuerySet

from plein.webshop.models import LineStatus, OrderLine, Pickup, Return

GIVEN = (LineStatus.HANDED_OVER, LineStatus.RETURNED)


def given_under(pickup: Pickup) -> QuerySet[OrderLine]:
    """Of one provider: what was handed over under its code, also what came back since."""
    return _given().filter(pickup=pickup)


def given_in(number: str) -> QuerySet[OrderLine]:
    """Of all providers of one order."""
    return _given().filter(order__number__iexact=number)


def _given() -> QuerySet[OrderLine]:
    lines = OrderLine.objects.filter(status__in=GIVEN)
    lines = lines.select_related("version", "order", "pickup__provider__organisation", "return_of")
    return lines.order_by("handed_over_at", "pk")


def latest() -> QuerySet[Return]:
    """The newest of the municipality, with what providers still owe of it."""
    rows = Return.objects.select_related(
        "line__version", "line__order", "line__pickup__provider__organisation", "by_staff__account"
    )
    return rows.order_by("-came_back_at", "pk")[:25]
