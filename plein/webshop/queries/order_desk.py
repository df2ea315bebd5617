"""What was ordered at a provider: number, product, kind, day and state; no person."""

from collections.abc import Iterator

from django.db.models import QuerySet

from plein.kernel.clock import local_day
from plein.kernel.money import bare_euros
from plein.webshop.models import LineStatus, OrderLine, Provider

HEAD = ["bestelling", "product", "soort", "besteld op", "stand", "meegegeven op", "bedrag"]
FILTERS = ("open", "wacht", "klaar", "alles")


def lines_of(provider: Provider, state: str = "open") -> QuerySet[OrderLine]:
    """By state, what was ordered first on top; of what is done the last first."""
    lines = (
        OrderLine.objects.filter(pickup__provider=provider)
        .exclude(status=LineStatus.AWAITING)  # nobody knows yet whether it will be paid
        .select_related("order", "version", "variant")
    )
    if state == "wacht":
        lines = lines.filter(status=LineStatus.RESERVED, waits_for_provider=True)
    elif state == "open":
        lines = lines.filter(status=LineStatus.RESERVED)
    elif state == "klaar":
        return lines.exclude(status=LineStatus.RESERVED).order_by("-order__placed_at", "pk")
    return lines.order_by("order__placed_at", "pk")


def as_rows(lines: QuerySet[OrderLine]) -> Iterator[list[str]]:
    for line in lines.iterator(chunk_size=500):
        given = line.handed_over_at
        yield [
            line.order.number,
            line.version.title,
            line.variant.name if line.variant else "",
            local_day(line.order.placed_at).isoformat(),
            str(line.get_status_display()),
            local_day(given).isoformat() if given else "",
            bare_euros(line.price),
        ]
