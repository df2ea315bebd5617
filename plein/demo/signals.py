"""Signals of the demo: turned on by two people, one looked into and one that waits."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.identity.models import Staff
from plein.kernel.clock import local_day, start_of
from plein.kernel.months import month_of, months_after
from plein.payments.actions.asking import ask_statement
from plein.payments.actions.deducting import Asked, add_deduction, agree_deduction
from plein.payments.actions.signalling import look_for, look_into
from plein.payments.actions.switching import confirm_kind, propose_kind
from plein.payments.models import Award, AwardSignal, DeductionKind, Outcome
from plein.payments.payee import Payee
from plein.payments.signals.library import every_kind
from plein.tenants.changes import switch_module
from plein.tenants.models import Module, Municipality

DUE = timedelta(days=14)  # what is asked on the 1st is due by then
LANDLORD = Payee(name="Woonstichting De Es", iban="NL91ABNA0417164300", reference="HUUR-2001")


def add_signals(municipality: Municipality, staff: Mapping[str, Staff], at: datetime) -> None:
    ours = [row for row in rows("signals") if row["municipality"] == municipality.slug]
    if not ours:
        return
    switch_module(municipality, Module.SIGNALS, on=True, by=DEMO, at=at)
    month = months_after(month_of(local_day(at) - DUE), -1)
    for row in ours:
        award = Award.objects.select_related("resident").get(number=row["award"])
        _come_to_it(row, award, month, staff, at)
        _look(row, month, staff, at)


def _come_to_it(
    row: Mapping[str, Any], award: Award, month: date, staff: Mapping[str, Staff], at: datetime
) -> None:
    if "rent" in row:
        today = local_day(at)
        wish = Asked(DeductionKind.RENT, row["rent"], LANDLORD, month_of(today), asked_on=today)
        made = add_deduction(award, wish, by=staff["noor"], at=at)
        agree_deduction(made, by=staff["sam"], at=at)
    if award.asks_statement:
        for each in (months_after(month, -1), month):
            ask_statement(award, each, by=DEMO, at=start_of(months_after(each, 1)))


def _look(row: Mapping[str, Any], month: date, staff: Mapping[str, Staff], at: datetime) -> None:
    kind = every_kind()[row["kind"]]
    propose_kind(kind, by=staff["wim"], at=at)
    confirm_kind(kind, by=staff["femke"], at=at)
    look_for(kind, month, by=DEMO, at=at)
    if "outcome" in row:
        signal = AwardSignal.objects.get(kind=kind.key, award__number=row["award"])
        look_into(signal, Outcome(row["outcome"]), row["words"], by=staff["noor"], at=at)
