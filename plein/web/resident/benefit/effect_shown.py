"""What an income does to a month, in the words of the page."""

from typing import Any

from django.utils.translation import gettext as _

from plein.payments.effect import Effect


def effect_shown(effect: Effect) -> dict[str, Any]:
    """For `web/resident/benefit/check.html`."""
    worked, before = effect.worked, effect.paid_before
    rows = [
        (_("Uw norm: het bedrag in de wet"), worked.norm),
        (_("Uw inkomen dat meetelt"), -worked.income),
        (_("Blijft staan voor juni (vakantietoeslag)"), -worked.reserved),
    ]
    return {
        "rows": [row for row in rows if row[1]],
        "paid": worked.paid,
        "kept": worked.kept,
        "on_account": effect.amounts.pays,
        "goes_off": effect.amounts.pays != worked.paid and before is None,
        "before": before,
        "difference": None if before is None else worked.paid - before,
        "is_more": before is not None and worked.paid > before,
        "is_less": before is not None and worked.paid < before,
        "less_by": None if before is None else before - worked.paid,
    }
