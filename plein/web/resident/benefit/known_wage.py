"""What the vault knows of the wage of a month, and what is left of it after tax."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from plein.insight.earnings import months_reported, wages_of
from plein.kernel.clock import local_day
from plein.payments.living import Income, Living
from plein.payments.shown_wage import ShownWage
from plein.payments.signals.declared_data import Data
from plein.payments.signals.switches import is_looked_at
from plein.rules.of_municipality import Rules
from plein.tenants.models import Module
from plein.vault.access import OwnAccess
from plein.vault.catalogue import catalogue
from plein.vault.gate import read
from plein.vault.models import Vault
from plein.web.request import ResidentRequest
from plein.web.resident.benefit.own import WHY

WAGES, CREDIT = "loon_per_maand", "loonheffingskorting"
NET, GROSS = "netto_loon_per_maand", "brutoloon_per_maand"


@dataclass(frozen=True, slots=True)
class KnownWage:
    """Cents. `net` is worked out: a pension that is withheld is not known."""

    gross: int
    net: int
    source: str
    on: date


def known_wage(
    request: ResidentRequest, living: Living, month: date, rules: Rules
) -> KnownWage | None:
    """None where nobody told of this month. Not in a transaction of your own: see `gate.read`."""
    if not request.municipality.has(Module.VAULT):
        return None
    vault = Vault.objects.filter(resident=request.resident).first()
    if vault is None:
        return None
    access = OwnAccess(request.resident, WHY)
    readings = {
        each.element.key: each
        for each in read(vault, [WAGES, CREDIT], access=access, at=request.now)
    }
    values = {key: each.value for key, each in readings.items()}
    if month not in months_reported(values):
        return None
    gross = sum((flow.in_month(month) for flow in wages_of(values)), Decimal(0))
    facts = living.facts_on(month) | {
        GROSS: gross,
        "loonheffingskorting_op_loon": values.get(CREDIT) is not False,
    }
    net = rules.calculate([NET], facts, month)[NET]
    told = readings[WAGES]
    source = catalogue().sources[told.source].nl
    return KnownWage(_cents(gross), _cents(Decimal(net)), source, local_day(told.received_at))


def goes_along(
    request: ResidentRequest, income: Income, wage: KnownWage | None
) -> ShownWage | None:
    """What is kept beside a statement without a wage; the page says so before it is sent.

    Only where the municipality asks about it: else nobody needs it, and it is not kept.
    """
    if wage is None or not wage.net or income.wage:
        return None
    if not request.municipality.has(Module.SIGNALS):
        return None
    if not is_looked_at(Data.SHOWN_WAGE, request.today):
        return None
    return ShownWage(gross=wage.gross, net=wage.net, source=wage.source, on=wage.on)


def _cents(euros: Decimal) -> int:
    return int((euros * 100).to_integral_value(ROUND_HALF_UP))
