"""The facts of a household that somebody really told us; the rest stays unknown.

`facts_in` takes what was not said as nought, which is right for an outlook and wrong for a
decision: there a fact counts only when a source or the resident said it (Awb art. 3:2).
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from plein.insight.entitlements import applying_now
from plein.insight.from_vault import Known
from plein.insight.household import Household
from plein.insight.timeline import timeline
from plein.rules.facts import Fact
from plein.rules.of_municipality import Rules
from plein.vault.catalogue import catalogue

WAGES = ("dienstverbanden", "loon_per_maand")
BENEFITS = ("loon_per_maand", "svb_uitkering")
WW = ("ww_begin", "ww_einde_max", "ww_bruto")
OF_PARTNER = ("partner", "inkomen_partner")
TOGETHER = ("partner", "medebewoners")
# By fact: the elements it is worked out from, where that is not its source alone.
RESTS_ON: dict[str, tuple[str, ...]] = {
    "heeft_toeslagpartner": ("partner",),
    "heeft_gezamenlijke_huishouding": TOGETHER,
    "woont_samen_voor_aow": TOGETHER,
    "woont_samen_voor_aow_partner": TOGETHER,
    "maanden_sinds_18": ("geboortedatum",),
    "maanden_sinds_18_partner": ("partner",),
    "leeftijd_in_maanden_partner": ("partner",),
    "is_geboren_voor_1946_partner": ("partner",),
    "brutoloon_per_maand": WAGES,
    "brutoloon_per_maand_partner": OF_PARTNER,
    "loon_per_jaar": WAGES,
    "loon_per_jaar_partner": OF_PARTNER,
    "uitkeringen_per_jaar": BENEFITS,
    "uitkeringen_per_jaar_partner": OF_PARTNER,
    "andere_uitkering_per_maand": BENEFITS,
    "andere_uitkering_per_maand_partner": OF_PARTNER,
    "pensioen_per_maand": BENEFITS,
    "ww_dagloon": WW,
    "ww_maanden_gehad": WW,
    "ww_maanden_over": WW,
    "werkt_of_leert": ("opleiding", *WAGES),
    "heeft_recht_op_kinderbijslag": ("kinderen",),
    "kinderbijslag_kinderen_0_5": ("kinderen",),
    "kinderbijslag_kinderen_6_11": ("kinderen",),
    "kinderbijslag_kinderen_12_17": ("kinderen",),
}
ALONE = ("heeft_gezamenlijke_huishouding", "woont_samen_voor_aow", "woont_samen_voor_aow_partner")


def told_facts(rules: Rules, known: Known, day: date) -> dict[str, Any]:
    """By the names of the rules, for the month of this day."""
    if known.household is None:
        return {}
    (month,) = timeline(rules, applying_now(known.household, day), day, 1)
    unsure = _unsure(known.household)
    return {
        name: value
        for name, value in month.facts.items()
        if name not in unsure and _is_told(rules.book.facts.get(name), known)
    }


def _is_told(fact: Fact | None, known: Known) -> bool:
    """What a person decides is never worked out here; a source tells of its own resident."""
    if fact is None:
        return False
    is_own = fact.source in catalogue().elements and not fact.name.endswith("_partner")
    source = (fact.source,) if is_own else ()
    return _all_in(RESTS_ON.get(fact.name, source), known.answered)


def _all_in(elements: Iterable[str], answered: frozenset[str]) -> bool:
    elements = tuple(elements)
    return bool(elements) and answered.issuperset(elements)


def _unsure(household: Household) -> tuple[str, ...]:
    """Who is not married and shares the address: whether they live together, nobody told."""
    return ALONE if household.partner is None and household.others_from_27 else ()
