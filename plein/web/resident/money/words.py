"""What comes in, in the words of the page; and amounts as the templates take them."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext_lazy as _

from plein.insight.payments import Kind

LABELS = {
    Kind.WAGE: _("Loon"),
    Kind.BENEFIT: _("Uitkering"),
    Kind.AOW: _("AOW"),
    Kind.AIO: _("AIO-aanvulling"),
    Kind.BIJSTAND: _("Bijstand"),
    Kind.ALIMONY: _("Alimentatie"),
    Kind.HOUSING: _("Huurtoeslag"),
    Kind.HEALTH: _("Zorgtoeslag"),
    Kind.CHILDREN: _("Kindgebonden budget"),
    Kind.CHILD_BENEFIT: _("Kinderbijslag"),
    Kind.CARE: _("Kinderopvangtoeslag"),
    Kind.TAX: _("Belasting die u terugkrijgt"),
    Kind.HOLIDAY: _("Vakantietoeslag bij de bijstand"),
}


def cents(euros: Decimal) -> int:
    return int((euros * 100).to_integral_value(ROUND_HALF_UP))
