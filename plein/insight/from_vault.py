"""A household as the vault of a resident knows it, read through the gate: one look, one line.

Values are cents and ISO dates there; here they are euros and days. A source goes before what the
resident says. What is missing is named, and asked for on the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.insight.household import Adult, Flow, Household, Unemployment
from plein.kernel.clock import local_day
from plein.rules.norms import Namespace, Norms
from plein.vault.access import OwnAccess
from plein.vault.family import earliest
from plein.vault.gate import read
from plein.vault.models import Vault

WHY = Purpose("omdat u uw geld bekeek", "AVG artikel 15")
ELEMENTS = (
    *("geboortedatum", "partner", "kinderen", "loon_sv", "loonheffingskorting", "dienstverbanden"),
    *("ww_begin", "ww_einde_max", "ww_bruto", "huur", "zorgverzekering", "vaste_lasten"),
    *("kinderalimentatie", "partneralimentatie", "huurtoeslag", "zorgtoeslag"),
    *("kindgebonden_budget", "kinderbijslag_kind", "bijstand_historie", "vermogen_box3"),
)
NEEDED = ("geboortedatum", "kinderen", "huur")


@dataclass(frozen=True)
class Known:
    """The household, what of it is missing, and the toeslagen as they are paid now."""

    household: Household | None
    missing: tuple[str, ...]
    present: frozenset[str]  # elements of which something is known
    actual: Mapping[str, Decimal]


def household_of(resident: Resident, norms: Norms, *, at: datetime) -> Known:
    """Not in a transaction of your own: see `gate.read`."""
    vault = Vault.objects.filter(resident=resident).first()
    if vault is None:
        return Known(None, NEEDED, frozenset(), {})
    values: dict[str, Any] = {}
    readings = read(vault, ELEMENTS, access=OwnAccess(resident, WHY, "inzicht@1"), at=at)
    for reading in sorted(readings, key=lambda each: not each.is_own):
        if reading.value not in (None, "", [], {}):
            values[reading.element.key] = reading.value
    missing = tuple(key for key in NEEDED if key not in values)
    ww = norms.on(local_day(at))["ww"]
    household = _household(values, ww) if "geboortedatum" in values else None
    return Known(household, missing, frozenset(values), _actual(values))


def _household(values: Mapping[str, Any], ww: Namespace) -> Household:
    rent = values.get("huur") or {}
    return Household(
        applicant=Adult(
            born=earliest(values["geboortedatum"]),
            wages=_wages(values),
            ww=_ww(values, ww),
            assets_box3=_euros(values.get("vermogen_box3")),
        ),
        partner=_partner(values),
        children=tuple(
            earliest(child["geboortedatum"])
            for child in values.get("kinderen") or []
            if child.get("geboortedatum")
        ),
        rents=(Flow(_euros(rent.get("kale_huur"))),) if rent else (),
        service_costs=_euros(rent.get("servicekosten")),
        child_alimony=_flows(values.get("kinderalimentatie")),
        partner_alimony=_flows(values.get("partneralimentatie")),
        costs=_costs(values),
    )


def _partner(values: Mapping[str, Any]) -> Adult | None:
    """Who is married or registered (BRP). The partner's income stands in a vault of their own."""
    partner = values.get("partner")
    if not partner:
        return None
    return Adult(born=earliest(partner.get("geboortedatum") or values["geboortedatum"]))


def _wages(values: Mapping[str, Any]) -> tuple[Flow, ...]:
    """What UWV calls wage is the benefit itself while somebody has WW and no job."""
    works = any("tot" not in job for job in values.get("dienstverbanden") or [])
    if values.get("ww_bruto") or not works:
        return ()
    return _flows(values.get("loon_sv"))


def _ww(values: Mapping[str, Any], ww: Namespace) -> Unemployment | None:
    """The wage per day follows from the benefit of a whole month, after the first two."""
    if not all(values.get(key) for key in ("ww_begin", "ww_einde_max", "ww_bruto")):
        return None
    return Unemployment(
        day_wage=_euros(values["ww_bruto"]) / ww.deel_daarna / ww.dagen_per_maand,
        began=earliest(values["ww_begin"]),
        until=earliest(values["ww_einde_max"]),
    )


def _costs(values: Mapping[str, Any]) -> dict[str, Flow]:
    rent, care = values.get("huur") or {}, values.get("zorgverzekering") or {}
    costs = {
        _("Huur en servicekosten"): _euros(rent.get("kale_huur"))
        + _euros(rent.get("servicekosten")),
        _("Zorgverzekering"): _euros(care.get("premie_per_maand")),
    }
    for row in values.get("vaste_lasten") or []:
        costs[str(row.get("wat", ""))] = _euros(row.get("per_maand"))
    return {name: Flow(amount) for name, amount in costs.items() if amount}


def _actual(values: Mapping[str, Any]) -> dict[str, Decimal]:
    names = ("huurtoeslag", "zorgtoeslag", "kindgebonden_budget")
    return {f"{name}_per_maand": _euros(values[name]) for name in names if name in values}


def _flows(cents: Any) -> tuple[Flow, ...]:
    return (Flow(_euros(cents)),) if cents else ()


def _euros(cents: Any) -> Decimal:
    return Decimal(cents or 0) / 100
