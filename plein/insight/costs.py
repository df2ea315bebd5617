"""What goes out every month, as the resident filled it in; and the childcare in it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from plein.insight.earnings import euros
from plein.insight.household import Care, CareKind, Flow

CARE_PARTS = ("soort_opvang", "uren_per_maand", "prijs_per_uur")


def costs_of(values: Mapping[str, Any]) -> dict[str, Flow]:
    rent, care = values.get("huur") or {}, values.get("zorgverzekering") or {}
    costs = {
        _("Huur en servicekosten"): euros(rent.get("kale_huur")) + euros(rent.get("servicekosten")),
        _("Zorgverzekering"): euros(care.get("premie_per_maand")),
        _("Kinderopvang"): sum((each.hours * each.price for each in care_of(values)), Decimal(0)),
    }
    for row in values.get("vaste_lasten") or []:
        costs[str(row.get("wat", ""))] = euros(row.get("per_maand"))
    return {name: Flow(amount) for name, amount in costs.items() if amount}


def care_of(values: Mapping[str, Any]) -> tuple[Care, ...]:
    """Without its kind, its hours and its price no amount can be worked out."""
    rows = values.get("kinderopvang_contract") or []
    return tuple(_care(row) for row in rows if all(row.get(part) for part in CARE_PARTS))


def _care(row: Mapping[str, Any]) -> Care:
    kind, hours = CareKind(row["soort_opvang"]), Decimal(row["uren_per_maand"])
    return Care(kind, hours, euros(row["prijs_per_uur"]))
