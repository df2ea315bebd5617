"""What somebody still pays back to the municipality, and how."""

from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from plein.identity.models import Resident
from plein.kernel.money import euros
from plein.payments.models import Debt, DebtState, Plan, PlanState
from plein.web.templatetags.plein_ui import day as in_words


def debts_of(resident: Resident, today: date) -> list[dict[str, Any]]:
    """Two queries; only what is decided and open."""
    agreed = Prefetch("plans", Plan.objects.filter(state=PlanState.AGREED), to_attr="agreed")
    owed = Debt.objects.filter(resident=resident, state=DebtState.DECIDED, account__balance__lt=0)
    rows = owed.select_related("account").prefetch_related(agreed).order_by("number")
    return [
        {
            "cause": capfirst(each.get_cause_display()),
            "open": -each.account.balance,
            "url": reverse("payback-one", args=[each.pk]),
            "how": _how(each, today),
        }
        for each in rows
    ]


def _how(debt: Debt, today: date) -> str:
    if debt.paused_until and debt.rests_on(today):
        return _("Tot {day} gaat er niets af.").format(day=in_words(debt.paused_until))
    plans: list[Plan] = debt.agreed  # type: ignore[attr-defined]
    if plans:
        amount = euros(plans[0].per_month)
        return _("Per maand gaat er {amount} af, zoals wij afspraken.").format(amount=amount)
    return _("Er gaat elke maand iets af. U houdt genoeg over om van te leven.")
