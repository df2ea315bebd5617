"""A household as the vault of a resident knows it, read through the gate: one look, one line.

Values are cents and ISO dates there; here they are euros and days. A source goes before what the
resident says. What is missing is named, and asked for on the page.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.insight.at_home import Child, children_of, sharers_of
from plein.insight.costs import care_of, costs_of
from plein.insight.earnings import (
    benefits_of,
    euros,
    months_reported,
    pensions_of,
    wages_of,
    ww_of,
)
from plein.insight.household import Adult, Flow, Household
from plein.insight.payments import Actual
from plein.insight.repayments import DEBTS, Repayment, repayments_of
from plein.kernel.clock import local_day
from plein.rules.norms import Namespace, Norms
from plein.vault.access import Access, OwnAccess
from plein.vault.catalogue import catalogue
from plein.vault.family import earliest
from plein.vault.gate import read
from plein.vault.models import Vault
from plein.vault.readings import Reading, source_first

WHY = Purpose("omdat u uw geld bekeek", "AVG artikel 15")
ELEMENTS = (
    *("geboortedatum", "partner", "kinderen", "medebewoners", "kind_woonsituatie"),
    *("loon_sv", "loon_per_maand", "loonheffingskorting", "dienstverbanden"),
    *("ww_begin", "ww_einde_max", "ww_bruto", "svb_uitkering", "inkomen_partner"),
    *("huur", "onroerend_goed", "zorgverzekering", "vaste_lasten", "kinderopvang_contract"),
    *("kinderalimentatie", "partneralimentatie", "voorlopige_teruggaaf", "vermogen_box3"),
    *("huurtoeslag", "zorgtoeslag", "kindgebonden_budget", "kinderopvangtoeslag"),
    *("opleiding", "kinderbijslag_kind", "bijstand_historie", "minimabudgetten"),
    *DEBTS,
)
NEEDED = ("geboortedatum", "huur")
# Toeslagen of which the vault may hold what is really paid.
PAID = ("huurtoeslag", "zorgtoeslag", "kindgebonden_budget", "kinderopvangtoeslag")
STATED = ("kinderalimentatie", "partneralimentatie", "voorlopige_teruggaaf")
WHOLE_ANSWER = {"brp_api"}  # sources of which one answer holds all that they know
FULL_AOW = 100  # per cent, where the SVB does not say


@dataclass(frozen=True)
class Known:
    """The household, what of it is missing, and what is paid now."""

    household: Household | None
    missing: tuple[str, ...] = NEEDED
    present: frozenset[str] = frozenset()  # elements of which something is known
    answered: frozenset[str] = frozenset()  # also those of which a source says: there is none
    actual: Mapping[str, Actual] = field(default_factory=dict)  # by rule, or by element
    children: tuple[Child, ...] = ()
    reported: frozenset[date] = frozenset()  # months of which UWV knows what was paid
    repayments: tuple[Repayment, ...] = ()
    bijstand_since: date | None = None

    @property
    def misses_partner_income(self) -> bool:
        partner = self.household.partner if self.household else None
        return partner is not None and "inkomen_partner" not in self.present


def household_of(resident: Resident, norms: Norms, *, at: datetime) -> Known:
    """Not in a transaction of your own: see `gate.read`."""
    return household_seen(
        resident, ELEMENTS, norms, access=OwnAccess(resident, WHY, "inzicht@1"), at=at
    )


def household_seen(
    resident: Resident, keys: Collection[str], norms: Norms, *, access: Access, at: datetime
) -> Known:
    """The same as another may see it: of some elements, in their own role."""
    vault = Vault.objects.filter(resident=resident).first()
    if vault is None or not keys:
        return Known(None)
    readings = read(vault, keys, access=access, at=at)
    found = _newest(readings)
    values = {key: reading.value for key, reading in found.items()}
    day = local_day(at)
    ww = norms.on(day)["ww"]
    return Known(
        household=_household(values, ww, day) if "geboortedatum" in values else None,
        missing=_missing(values),
        present=frozenset(values),
        answered=_answered(keys, readings),
        actual=_actual(found),
        children=children_of(values),
        reported=months_reported(values),
        repayments=repayments_of(values),
        bijstand_since=_bijstand_since(values),
    )


def _newest(readings: Iterable[Reading]) -> dict[str, Reading]:
    """By element. An empty list says something only of the people at the address: nobody."""
    return source_first(each for each in readings if _tells(each))


def _answered(keys: Collection[str], readings: Collection[Reading]) -> frozenset[str]:
    """The vault keeps no line for what never was: the BRP tells of a partner, or of none."""
    heard = {reading.element.via for reading in readings if not reading.is_own}
    whole = {key for key in keys if catalogue().elements[key].via in heard & WHOLE_ANSWER}
    return frozenset({reading.element.key for reading in readings} | whole)


def _tells(reading: Reading) -> bool:
    if reading.element.key == "medebewoners":
        return reading.value is not None
    return reading.value not in (None, "", [], {})


def _missing(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Who owns a home, pays no rent. Children come with the day of birth, or there are none."""
    owns = bool(values.get("onroerend_goed"))
    return tuple(key for key in NEEDED if key not in values and not (owns and key == "huur"))


def _household(values: Mapping[str, Any], ww: Namespace, day: date) -> Household:
    rent, partner = values.get("huur") or {}, values.get("partner") or {}
    return Household(
        applicant=Adult(
            born=earliest(values["geboortedatum"]),
            wages=wages_of(values),
            benefits=benefits_of(values),
            pensions=pensions_of(values),
            ww=ww_of(values, ww, day),
            has_credit_at_work=values.get("loonheffingskorting") is not False,
            assets_box3=euros(values.get("vermogen_box3")),
            aow_percent=_aow_percent(values),
            studies=_studies(values, day),
        ),
        partner=_partner(values),
        partner_from=earliest(partner["sinds"]) if partner.get("sinds") else None,
        children=tuple(child.born for child in children_of(values) if child.is_at_home),
        rents=(Flow(euros(rent.get("kale_huur"))),) if rent else (),
        service_costs=euros(rent.get("servicekosten")),
        others_from_27=sharers_of(values, day),
        care=care_of(values),
        child_alimony=_flows(values.get("kinderalimentatie")),
        partner_alimony=_flows(values.get("partneralimentatie")),
        tax_refunds=_flows(values.get("voorlopige_teruggaaf")),
        costs=costs_of(values),
    )


def _partner(values: Mapping[str, Any]) -> Adult | None:
    """Who is married or registered (BRP); the income is what the resident says it is."""
    partner, income = values.get("partner"), values.get("inkomen_partner") or {}
    if not partner:
        return None
    return Adult(
        born=earliest(partner.get("geboortedatum") or values["geboortedatum"]),
        wages=_flows(income.get("bruto_loon_per_maand")),
        benefits=_flows(income.get("bruto_uitkering_per_maand")),
    )


def _aow_percent(values: Mapping[str, Any]) -> int:
    return int((values.get("svb_uitkering") or {}).get("aow_opbouw") or FULL_AOW)


def _studies(values: Mapping[str, Any], day: date) -> bool:
    """Enrolled somewhere today, as DUO says."""
    rows = values.get("opleiding") or []
    return any("tot" not in row or earliest(row["tot"]) > day for row in rows)


def _bijstand_since(values: Mapping[str, Any]) -> date | None:
    """Of the bijstand that still runs."""
    running = [row for row in values.get("bijstand_historie") or [] if "tot" not in row]
    return max((earliest(row["vanaf"]) for row in running if row.get("vanaf")), default=None)


def _actual(found: Mapping[str, Reading]) -> dict[str, Actual]:
    """Under the rule that would work it out; what no rule gives, under its element."""
    names = {key: f"{key}_per_maand" for key in PAID} | {key: key for key in STATED}
    return {
        name: Actual(euros(found[key].value), found[key].source, local_day(found[key].received_at))
        for key, name in names.items()
        if key in found
    }


def _flows(cents: Any) -> tuple[Flow, ...]:
    return (Flow(euros(cents)),) if cents else ()
