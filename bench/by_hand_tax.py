"""The tax that is withheld from a month's wage, as somebody would write it in plain NumPy."""

from collections.abc import Mapping
from typing import Any

import numpy as np

GUARD = 1e-6  # what binary floats may be off before an amount is rounded


def wage_tax(c: Mapping[str, np.ndarray], n: Any, aow: Any) -> np.ndarray:
    taxed = np.maximum(c["brutoloon_per_maand"] - c["pensioenpremie_per_maand"], 0)
    wage = np.floor(taxed / n.stap_loon + GUARD / n.stap_loon) * (12 * n.stap_loon)
    old = c["leeftijd_in_maanden"] >= aow.leeftijd_maanden
    limit = np.where(c["is_geboren_voor_1946"], n.eerste_grens_geboren_voor_1946, n.eerste_grens)
    first = np.where(old, n.tarief_1_vanaf_aow, n.tarief_1) * np.minimum(wage, limit)
    second = n.tarief_2 * np.maximum(np.minimum(wage, n.tweede_grens) - limit, 0)
    third = n.tarief_3 * np.maximum(wage - n.tweede_grens, 0)
    tax = np.floor(first + GUARD) + np.floor(second + GUARD) + np.floor(third + GUARD)
    credits = np.ceil(_general_credit(wage, old, n) - GUARD)
    above = n.ouderen_daalt_met * np.maximum(wage - n.ouderen_daalt_vanaf, 0)
    credits += np.ceil(np.where(old, np.maximum(n.ouderen - above, 0), 0) - GUARD)
    credits += np.ceil(_labour_credit(wage, old, n) - GUARD)
    due = np.maximum(tax - np.where(c["loonheffingskorting_op_loon"], credits, 0), 0) / 12
    return np.floor(due * 100 + (0.5 + GUARD * 100)) / 100


def _general_credit(wage, old, n: Any) -> np.ndarray:
    most = np.where(old, n.algemene_korting_vanaf_aow, n.algemene_korting)
    share = np.where(old, n.algemene_korting_daalt_met_vanaf_aow, n.algemene_korting_daalt_met)
    return np.maximum(most - share * np.maximum(wage - n.algemene_korting_daalt_vanaf, 0), 0)


def _labour_credit(wage, old, n: Any) -> np.ndarray:
    def by_age(name: str) -> np.ndarray:
        return np.where(old, getattr(n, f"{name}_vanaf_aow"), getattr(n, name))

    top = by_age("arbeid_hoogste")
    one = by_age("arbeid_deel_1") * wage
    two = by_age("arbeid_bij_grens_1") + by_age("arbeid_deel_2") * (wage - n.arbeid_grens_1)
    three = by_age("arbeid_bij_grens_2") + by_age("arbeid_deel_3") * (wage - n.arbeid_grens_2)
    down = top - by_age("arbeid_daalt_met") * (wage - n.arbeid_grens_3)
    credit = np.where(wage <= n.arbeid_grens_3, np.minimum(top, three), down)
    credit = np.where(wage <= n.arbeid_grens_2, two, credit)
    return np.maximum(np.where(wage <= n.arbeid_grens_1, one, credit), 0)
