"""A line that was not handed over ends: cancelled, or not collected in time."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.ledger.actions import lock, void
from plein.webshop.actions.helped import tell_who_is_helped
from plein.webshop.actions.putting_back import put_back
from plein.webshop.models import LineStatus, OrderLine


class CannotCancel(Refusal):
    message = _("Dit is al opgehaald of al geannuleerd.")


class AwaitsPayment(Refusal):
    message = _("Deze bestelling wacht op uw betaling. Betaal eerst, of annuleer alles.")


def release(
    line: OrderLine,
    status: LineStatus,
    *,
    reason: str = "",
    by: Actor,
    at: datetime,
    with_order: bool = False,
) -> None:
    """End a line; the resident reads the reason. Raises `CannotCancel`.

    An order that waits for its payment ends as a whole (`with_order`), else `AwaitsPayment`.
    """
    line = (
        OrderLine.objects.select_for_update(of=["self", "grant"])
        .select_related("hold", "grant__period__pot", "version", "order__placed_by")
        .get(pk=line.pk)
    )
    if status not in OrderLine.MOVES[LineStatus(line.status)]:
        raise CannotCancel
    if line.status == LineStatus.AWAITING and not with_order:
        raise AwaitsPayment
    lock([line.grant.budget_id, line.grant.reserve_id])
    void(line.hold, key=f"release-{line.pk}", at=at)
    put_back(line, at=at)
    line.close(status, at)
    line.refusal, line.waits_for_provider = reason, False
    line.save(update_fields=["status", "closed_at", "refusal", "waits_for_provider"])
    record(f"webshop.line.{status}", on=line, by=by, at=at)
    if status == LineStatus.CANCELLED:
        tell_who_is_helped(line.order.placed_by, key=f"{line.order_id}:weg", by=by, at=at)
