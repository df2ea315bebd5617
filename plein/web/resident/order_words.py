"""The state of what was ordered, in plain words: whose turn it is, and until when."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.web.templatetags.plein_ui import day, moment
from plein.webshop.models import Fulfilment, LineStatus, Order, OrderedBy, OrderLine, Pickup

ENDS = {
    LineStatus.AWAITING: _("Wacht op uw betaling."),
    LineStatus.CANCELLED: _("Geannuleerd. Het geld staat weer op het budget."),
    LineStatus.EXPIRED: _("Verlopen. Het geld staat weer op het budget."),
    LineStatus.RETURNED: _("Teruggebracht. Het geld staat weer op het budget."),
}

WHO = {  # as the resident reads it, and who helps
    OrderedBy.HELPER: (_("Besteld door uw helper."), _("Besteld door een helper.")),
    OrderedBy.GUARDIAN: (
        _("Besteld door uw bewindvoerder."),
        _("Besteld door de bewindvoerder."),
    ),
    OrderedBy.TOGETHER: (
        _("Samen met een medewerker besteld."),
        _("Samen met een medewerker besteld."),
    ),
}


def who_ordered(order: Order, *, to_helper: bool) -> str:
    """Nothing where the resident did it alone."""
    own, of_other = WHO.get(OrderedBy(order.ordered_by), ("", ""))
    return str(of_other if to_helper else own)


def state_words(line: OrderLine, pickup: Pickup) -> str:
    """One sentence about one line."""
    match line.status:
        case LineStatus.RESERVED:
            return _waiting(line, pickup)
        case LineStatus.HANDED_OVER:
            return gettext("U hebt dit gekregen op %(day)s.") % {"day": day(line.handed_over_at)}
        case LineStatus.REFUSED:
            return gettext("De winkel kan dit niet leveren: %(why)s") % {"why": line.refusal}
    return str(ENDS[LineStatus(line.status)])


def _waiting(line: OrderLine, pickup: Pickup) -> str:
    if line.waits_for_provider:
        return gettext("De winkel is aan de beurt en kijkt of het kan.")
    until = {"day": day(pickup.last_day)}
    if line.version.fulfilment == Fulfilment.DELIVERY:
        return gettext("De winkel is aan de beurt. U krijgt het thuis, voor %(day)s.") % until
    if line.version.fulfilment == Fulfilment.VOUCHER:
        return gettext("U bent aan de beurt. Gebruik de code tot en met %(day)s.") % until
    return gettext("U bent aan de beurt. Haal het op tot en met %(day)s.") % until


def summary(order: Order) -> str:
    """One sentence about the whole order: first what the resident must do."""
    lines = list(order.lines.all())
    awaiting = [line for line in lines if line.status == LineStatus.AWAITING]
    if awaiting:
        until = max(payment.pay_until for payment in order.payments.all())
        return gettext("Betaal uw eigen deel voor %(moment)s.") % {"moment": moment(until)}
    waiting = [line for line in lines if line.status == LineStatus.RESERVED]
    if waiting:
        first = min(waiting, key=lambda line: line.pickup.valid_until)
        return _waiting(first, first.pickup)
    if any(line.status == LineStatus.HANDED_OVER for line in lines):
        return gettext("Klaar. U hoeft niets te doen.")
    return gettext("Gestopt. Het geld staat weer op het budget.")
