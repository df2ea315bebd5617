"""What happened to an aanvraag: its stations, and its term. Both only grow."""

from django.db import models

from plein.cases.models.cases import Case
from plein.cases.terms import TermEvent, TermKind
from plein.journeys.phases import Phase
from plein.tenants.tenant_model import TenantModel


class PhaseChange(TenantModel):
    """A station that was passed; the last one is where the case is. Append-only."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="changes")
    phase = models.TextField(choices=Phase)
    step = models.TextField()
    at = models.DateTimeField()
    team = models.TextField(blank=True)
    why = models.TextField(blank=True)


class TermRow(TenantModel):
    """What happened to the term to decide. Append-only: the term is worked out from it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="term_rows")
    number = models.PositiveSmallIntegerField()  # the order in which it happened
    kind = models.TextField(choices=[(kind.value, kind.value) for kind in TermKind])
    on = models.DateField()
    days = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="cases_term_row_order")
        ]

    @property
    def event(self) -> TermEvent:
        return TermEvent(TermKind(self.kind), self.on, self.days)
