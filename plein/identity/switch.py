"""What a rule needs before a municipality uses it: two people who agreed to it, in that version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.tenants.tenant_model import TenantModel


class SwitchState(models.TextChoices):
    PROPOSED = "voorgesteld", _("wacht op een collega")
    ON = "aan", _("staat aan")
    OFF = "uit", _("staat uit")


class Switch(TenantModel):
    """One time that a rule was on: as two people agreed to it. Each kind of rule has its table."""

    MOVES = {
        SwitchState.PROPOSED: {SwitchState.ON, SwitchState.OFF},
        SwitchState.ON: {SwitchState.OFF},
        SwitchState.OFF: set(),
    }

    kind = models.TextField()  # key of the declaration
    version = models.PositiveSmallIntegerField()
    state = models.TextField(choices=SwitchState, default=SwitchState.PROPOSED)
    proposed_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    off_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    off_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


def switch_constraints(name: str) -> list[models.BaseConstraint]:
    """Of the table with this name: one that runs, by two people, and off by somebody."""
    return [
        models.UniqueConstraint(
            fields=["municipality", "kind"],
            condition=Q(state__in=["voorgesteld", "aan"]),
            name=f"{name}_once",
        ),
        models.CheckConstraint(
            condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")),
            name=f"{name}_four_eyes",
        ),
        models.CheckConstraint(
            condition=~Q(state="aan")
            | (Q(confirmed_by__isnull=False) & Q(confirmed_at__isnull=False)),
            name=f"{name}_confirmed",
        ),
        models.CheckConstraint(
            condition=~Q(state="uit") | (Q(off_by__isnull=False) & Q(off_at__isnull=False)),
            name=f"{name}_off_by_somebody",
        ),
    ]


class Switchable(Protocol):
    """A declared rule that is turned on and off."""

    @property
    def key(self) -> str: ...
    @property
    def version(self) -> int: ...
    def is_reviewed_on(self, day: date) -> bool: ...


R = TypeVar("R", bound=Switchable)
S = TypeVar("S", bound=Switch)


@dataclass(frozen=True, slots=True)
class Switched(Generic[R, S]):
    """A rule with the newest time that somebody proposed it; None where nobody ever did."""

    rule: R
    switch: S | None

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
        return is_running and self.switch is not None and self.switch.version != self.rule.version

    def runs_on(self, day: date) -> bool:
        return self.is_on and not self.has_changed and self.rule.is_reviewed_on(day)


def switched(rules: Mapping[str, R], switches: type[S]) -> list[Switched[R, S]]:
    """Each rule as it stands in this municipality. One query."""
    people = ("proposed_by__account", "confirmed_by__account", "off_by__account")
    rows = switches.objects.select_related(*people).order_by("proposed_at", "pk")
    newest = {row.kind: row for row in rows}
    return [Switched(rule, newest.get(key)) for key, rule in rules.items()]
