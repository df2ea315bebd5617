"""Five amounts of 2026 as somebody would write them in plain NumPy, for these columns only.

What rules of several regelingen share (income, assets, children) is worked out once here as well.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from bench.by_hand_tax import GUARD, wage_tax

Columns = Mapping[str, np.ndarray]
TARGETS = (
    "zorgtoeslag_per_maand",
    "kindgebonden_budget_per_maand",
    "kinderbijslag_per_kwartaal",
    "loonheffing_per_maand",
    "huurtoeslag_per_maand",
)


def amounts(c: Columns, norms: Mapping[str, Any]) -> dict[str, np.ndarray]:
    """By the names of the rules."""
    own = c["loon_per_jaar"] + c["uitkeringen_per_jaar"]
    own = own + c["alimentatie_per_jaar"] + c["box3_inkomen"]
    partners = c["loon_per_jaar_partner"] + c["uitkeringen_per_jaar_partner"]
    partners = partners + c["alimentatie_per_jaar_partner"] + c["box3_inkomen_partner"]
    partner = c["heeft_toeslagpartner"]
    income = own + np.where(partner, partners, 0)
    assets = c["vermogen_box3"] + np.where(partner, c["vermogen_box3_partner"], 0)
    children = c["kinderen_0_5"] + c["kinderen_6_11"] + c["kinderen_12_15"] + c["kinderen_16_17"]
    least = norms["awir"].laagste_bedrag_per_jaar
    budget = _child_budget(c, norms, income, assets, children, least)
    return {
        "zorgtoeslag_per_maand": _care(c, norms["zorgtoeslag"], income, assets, least),
        "kindgebonden_budget_per_maand": budget,
        "kinderbijslag_per_kwartaal": _child_benefit(c, norms["kinderbijslag"]),
        "loonheffing_per_maand": wage_tax(c, norms["inkomstenbelasting"], norms["aow"]),
        "huurtoeslag_per_maand": _rent(
            c, norms["huurtoeslag"], own, partners, assets, children, least
        ),
    }


def _monthly(year: np.ndarray, right: np.ndarray, least: float) -> np.ndarray:
    """Whole euros over the year, nothing below the least, and a twelfth rounded down."""
    year = np.floor(year + (0.5 + GUARD))
    year = np.where(right & (year >= least), year, 0)
    return np.floor(year / 12 + GUARD)


def _care(c: Columns, n: Any, income, assets, least) -> np.ndarray:
    partner = c["heeft_toeslagpartner"]
    share = np.where(partner, n.deel_met_partner, n.deel_alleen)
    above = np.maximum(income - n.drempelinkomen, 0)
    own_part = share * n.drempelinkomen + n.deel_boven_drempel * above
    premium = np.where(partner, 2, 1) * n.standaardpremie_per_verzekerde
    most = np.maximum(premium - own_part, 0)
    counts = c["is_verzekerd_voor_zorg"] & (c["maanden_sinds_18"] >= 1)
    partner_counts = c["is_verzekerd_voor_zorg_partner"] & (c["maanden_sinds_18_partner"] >= 1)
    one = np.where(counts | partner_counts, most / 2, 0)
    both = np.where(counts & partner_counts, most, one)
    year = np.where(partner, both, np.where(counts, most, 0))
    limit = np.where(partner, n.vermogensgrens_met_partner, n.vermogensgrens_alleen)
    return _monthly(year, assets <= limit, least)


def _child_budget(c: Columns, norms, income, assets, children, least) -> np.ndarray:
    n, partner = norms["kindgebonden_budget"], c["heeft_toeslagpartner"]
    most = n.bedrag_per_kind * children
    most = most + n.verhoging_12_tot_16 * c["kinderen_12_15"]
    most = most + n.verhoging_16_en_17 * c["kinderen_16_17"]
    alone = ~partner & (children >= 1)
    most = most + np.where(alone, n.verhoging_alleenstaande_ouder, 0)
    rise = np.where(partner, n.verhoging_drempel_met_partner, 0)
    above = np.maximum(income - (norms["zorgtoeslag"].drempelinkomen + rise), 0)
    year = np.maximum(most - n.deel_afbouw * above, 0)
    limit = np.where(partner, n.vermogensgrens_met_partner, n.vermogensgrens_alleen)
    return _monthly(year, c["heeft_recht_op_kinderbijslag"] & (assets <= limit), least)


def _child_benefit(c: Columns, n: Any) -> np.ndarray:
    def counted(band: str) -> np.ndarray:
        children = c[f"kinderbijslag_kinderen_{band}"]
        return children + np.minimum(children, c[f"dubbele_kinderbijslag_{band}"])

    youngest, middle = counted("0_5") * n.bedrag_0_tot_6, counted("6_11") * n.bedrag_6_tot_12
    return youngest + middle + counted("12_17") * n.bedrag_12_tot_18


def _rent(c: Columns, n: Any, own, partners, assets, children, least) -> np.ndarray:
    at_home = c["heeft_toeslagpartner"] & ~c["toeslagpartner_woont_elders"]
    income = own + np.where(at_home, partners, 0) + c["inkomen_medebewoners"]
    people = 1 + np.where(at_home, 1, 0) + children + c["volwassen_medebewoners"]
    alone = people == 1
    age = np.floor(c["leeftijd_in_maanden"] / 12 + GUARD)
    partners_age = np.floor(c["leeftijd_in_maanden_partner"] / 12 + GUARD)
    oldest = np.maximum(age, np.where(at_home, partners_age, 0))
    oldest = np.maximum(oldest, c["leeftijd_oudste_medebewoner"])
    young = (oldest < n.leeftijdsgrens_jongeren) & (children == 0)
    young = young & ~c["huurgrens_volwassenen_door_handicap"]
    most = np.where(young, n.maximale_huur_jongeren, n.maximale_huur_volwassenen)
    rent = np.minimum(c["kale_huur_per_maand"], most)
    less = np.where(alone, n.verlaging_normhuur_eenpersoons, n.verlaging_normhuur_meerpersoons)
    base = n.normhuur_bij_inkomensijkpunt - less - n.verlaging_basishuur
    cap = np.where(
        people >= 3, n.aftoppingsgrens_vanaf_3_bewoners, n.aftoppingsgrens_tot_3_bewoners
    )
    quality = n.kwaliteitskortingsgrens
    first = np.maximum(np.minimum(rent, quality) - base, 0)
    second = np.maximum(np.minimum(rent, cap) - np.maximum(base, quality), 0)
    third = np.maximum(rent - np.maximum(base, cap), 0)
    paid = first + n.deel_tot_aftoppingsgrens * second + n.deel_boven_aftoppingsgrens * third
    turn = np.where(alone, n.inkomensijkpunt_eenpersoons, n.inkomensijkpunt_meerpersoons)
    share = np.where(alone, n.deel_afbouw_eenpersoons, n.deel_afbouw_meerpersoons)
    month = np.maximum(paid - share * np.maximum(income - turn, 0) / 12, 0)
    limit = n.vermogensgrens_per_persoon
    within = np.where(at_home, assets, c["vermogen_box3"]) <= np.where(at_home, 2, 1) * limit
    within = within & (c["hoogste_vermogen_medebewoner"] <= limit)
    right = (age >= 18) & c["huurt_zelfstandige_woning"] & within
    return _monthly(12 * month, right, least)


def in_chunks(columns: Columns, norms: Mapping[str, Any], size: int) -> dict[str, np.ndarray]:
    """The same chunk by chunk, put together again."""
    rows = len(next(iter(columns.values())))
    parts = [
        amounts({name: column[start : start + size] for name, column in columns.items()}, norms)
        for start in range(0, rows, size)
    ]
    return {name: np.concatenate([part[name] for part in parts]) for name in TARGETS}
