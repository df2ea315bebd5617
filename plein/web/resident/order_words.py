"""The state of what was ordered, in plain words: whose turn it is, and until when."""

from django.utils.translation import gettext as _

from plein.web.templatetags.plein_ui import day, moment
from plein.webshop.models import Fulfilment, LineStatus, Order, OrderLine, Pickup


def state_words(line: OrderLine, pickup: Pickup) -> str:
    """One sentence about one line."""
    match line.status:
        case LineStatus.AWAITING:
            return _("Wacht op uw betaling.")
        case LineStatus.RESERVED:
            return _waiting(line, pickup)
        case LineStatus.HANDED_OVER:
            return _("U hebt dit gekregen op %(day)s.") % {"day": day(line.handed_over_at)}
        case LineStatus.CANCELLED:
            return _("Geannuleerd. Het geld staat weer op het budget.")
        case LineStatus.EXPIRED:
            return _("Verlopen. Het geld staat weer op het budget.")
    return str(line.get_status_display())


def _waiting(line: OrderLine, pickup: Pickup) -> str:
    until = {"day": day(pickup.last_day)}
    if line.version.fulfilment == Fulfilment.DELIVERY:
        return _("De winkel is aan de beurt. U krijgt het thuis, voor %(day)s.") % until
    if line.version.fulfilment == Fulfilment.VOUCHER:
        return _("U bent aan de beurt. Gebruik de code tot en met %(day)s.") % until
    return _("U bent aan de beurt. Haal het op tot en met %(day)s.") % until


def summary(order: Order) -> str:
    """One sentence about the whole order: first what the resident must do."""
    lines = list(order.lines.all())
    awaiting = [line for line in lines if line.status == LineStatus.AWAITING]
    if awaiting:
        until = max(payment.pay_until for payment in order.payments.all())
        return _("Betaal uw eigen deel voor %(moment)s.") % {"moment": moment(until)}
    waiting = [line for line in lines if line.status == LineStatus.RESERVED]
    if waiting:
        first = min(waiting, key=lambda line: line.pickup.valid_until)
        return _waiting(first, first.pickup)
    if any(line.status == LineStatus.HANDED_OVER for line in lines):
        return _("Klaar. U hoeft niets te doen.")
    return _("Gestopt. Het geld staat weer op het budget.")
