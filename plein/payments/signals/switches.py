"""Which kinds are on in this municipality, and what keeps one from looking."""

from datetime import date

from django.db.models import QuerySet

from plein.identity.switch import Switched, SwitchState, switched
from plein.payments.models import AwardSignal, SignalSwitch
from plein.payments.signals.declared_data import Data
from plein.payments.signals.kind import SignalKind
from plein.payments.signals.library import every_kind


def switched_kinds() -> list[Switched[SignalKind, SignalSwitch]]:
    """One query."""
    return switched(every_kind(), SignalSwitch)


def is_looked_at(data: Data, day: date) -> bool:
    """Whether a kind that is on looks at this here. One query."""
    return any(data in each.rule.data and each.runs_on(day) for each in switched_kinds())


def waiting_switches() -> QuerySet[SignalSwitch]:
    return SignalSwitch.objects.filter(state=SwitchState.PROPOSED)


def waiting_signals() -> QuerySet[AwardSignal]:
    """Of declared kinds, the longest waiting first: nobody is ranked otherwise."""
    rows = AwardSignal.objects.waiting().filter(kind__in=every_kind())
    return rows.select_related("award").order_by("found_at", "pk")
