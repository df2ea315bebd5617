"""The one way back of a line that was not handed over: money, own share and stock."""

from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.ledger.actions import lock, void
from plein.webshop.actions.ending import return_if_ended
from plein.webshop.actions.own_share import give_back_of_line
from plein.webshop.checkout import queue_refund
from plein.webshop.models import LineStatus, OrderLine, Product


class CannotCancel(Refusal):
    message = _("Dit is al opgehaald of al geannuleerd.")


class AwaitsPayment(Refusal):
    message = _("Deze bestelling wacht op uw betaling. Betaal eerst, of annuleer alles.")


def release(
    line: OrderLine, status: LineStatus, *, by: Actor, at: datetime, with_order: bool = False
) -> None:
    """End a line. Raises `CannotCancel`.

    An order that waits for its payment ends as a whole (`with_order`), else `AwaitsPayment`.
    """
    line = (
        OrderLine.objects.select_for_update(of=["self", "grant"])
        .select_related("hold", "grant__period__pot", "version", "order")
        .get(pk=line.pk)
    )
    if status not in OrderLine.MOVES[LineStatus(line.status)]:
        raise CannotCancel
    if line.status == LineStatus.AWAITING and not with_order:
        raise AwaitsPayment
    lock([line.grant.budget_id, line.grant.reserve_id])
    void(line.hold, key=f"release-{line.pk}", at=at)
    return_if_ended(line.grant, line.from_budget, key=f"return-{line.pk}", at=at)
    product = Product.objects.filter(pk=line.version.product_id, stock__isnull=False)
    product.update(stock=F("stock") + 1)
    give_back_of_line(line, queue_refund, at)
    line.status = status
    line.save(update_fields=["status"])
    record(f"webshop.line.{status}", on=line, by=by, at=at)
