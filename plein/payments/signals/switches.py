"""Which kinds are on in this municipality, and what keeps one from looking."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from plein.payments.models import AwardSignal, SignalSwitch, SwitchState
from plein.payments.signals.declared_data import Data
from plein.payments.signals.kind import SignalKind
from plein.payments.signals.library import every_kind


@dataclass(frozen=True, slots=True)
class Switched:
    """A kind with the newest time that somebody proposed it; None where nobody ever did."""

    kind: SignalKind
    switch: SignalSwitch | None

    @property
    def is_on(self) -> bool:
        return self.switch is not None and self.switch.state == SwitchState.ON

    @property
    def is_proposed(self) -> bool:
        return self.switch is not None and self.switch.state == SwitchState.PROPOSED

    @property
    def has_changed(self) -> bool:
        """The rule is not the one that two people agreed to."""
        is_running = self.is_on or self.is_proposed
        return is_running and self.switch is not None and self.switch.version != self.kind.version

    def looks_on(self, day: date) -> bool:
        return self.is_on and not self.has_changed and self.kind.is_reviewed_on(day)


def switched_kinds() -> list[Switched]:
    """One query."""
    people = ("proposed_by__account", "confirmed_by__account", "off_by__account")
    rows = SignalSwitch.objects.select_related(*people).order_by("proposed_at", "pk")
    newest = {row.kind: row for row in rows}
    return [Switched(kind, newest.get(kind.key)) for kind in every_kind().values()]


def is_looked_at(data: Data, day: date) -> bool:
    """Whether a kind that is on looks at this here. One query."""
    return any(data in each.kind.data and each.looks_on(day) for each in switched_kinds())


def waiting_switches() -> QuerySet[SignalSwitch]:
    return SignalSwitch.objects.filter(state=SwitchState.PROPOSED)


def waiting_signals() -> QuerySet[AwardSignal]:
    """Of declared kinds, the longest waiting first: nobody is ranked otherwise."""
    rows = AwardSignal.objects.waiting().filter(kind__in=every_kind())
    return rows.select_related("award").order_by("found_at", "pk")
