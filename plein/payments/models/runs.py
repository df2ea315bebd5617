"""Paying everybody on one day: a run that one person makes and another approves."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.kernel.months import months_after
from plein.payments.models.awards import Award
from plein.payments.models.months import AwardMonth
from plein.tenants.keys import open_under
from plein.tenants.models import Municipality
from plein.tenants.scope import current, current_id
from plein.tenants.tenant_model import TenantManager, TenantModel

if TYPE_CHECKING:
    from plein.payments.models.debts import LineOff


class RunState(models.TextChoices):
    CALCULATING = "rekent", _("wordt berekend")
    CHECKING = "controle", _("controleren")
    PROPOSED = "ter goedkeuring", _("wacht op goedkeuring")
    BOOKING = "boekt", _("wordt geboekt")
    READY = "klaar", _("bestanden staan klaar")
    DROPPED = "vervallen", _("vervallen")


class PaymentRun(TenantModel):
    """Over one month, with what was still to be paid of before."""

    MOVES = {
        RunState.CALCULATING: {RunState.CHECKING, RunState.DROPPED},
        RunState.CHECKING: {RunState.CALCULATING, RunState.PROPOSED, RunState.DROPPED},
        RunState.PROPOSED: {RunState.CHECKING, RunState.BOOKING, RunState.DROPPED},
        RunState.BOOKING: {RunState.READY},
        RunState.READY: set(),
        RunState.DROPPED: set(),
    }
    OPEN = (RunState.CALCULATING, RunState.CHECKING, RunState.PROPOSED, RunState.BOOKING)

    number = models.PositiveIntegerField()
    month = models.DateField()
    pay_on = models.DateField()
    only_due = models.BooleanField(default=False)  # in between: an advance, or what came back
    state = models.TextField(choices=RunState, default=RunState.CALCULATING)
    made_by = models.ForeignKey(Staff, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    calculated_at = models.DateTimeField()  # what is known later is not in it
    decided_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)
    size = models.PositiveIntegerField(default=0)  # lines
    done = models.PositiveIntegerField(default=0)  # of the step that is busy
    moved_at = models.DateTimeField(db_default=Now())  # when a part was done, by the real clock

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="payments_run_number"),
            models.UniqueConstraint(
                fields=["municipality"],
                condition=Q(state__in=["rekent", "controle", "ter goedkeuring", "boekt"]),
                name="payments_one_open_run",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("made_by")),
                name="payments_run_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["boekt", "klaar"]) | Q(decided_by__isnull=False),
                name="payments_run_approved",
            ),
        ]

    @property
    def until(self) -> date:
        """The first day after the month."""
        return months_after(self.month, 1)

    @property
    def message_id(self) -> str:
        """The start of the MsgId of its files: the same run is the same message, also again."""
        return f"PLEIN-U{self.municipality_id}-{self.number}"


FILE = "payments|file"  # what the key of a file is for


class LineState(models.TextChoices):
    DRAFT = "concept", _("nog niet betaald")
    HELD = "blijft staan", _("blijft staan tot de volgende betaling")
    BOOKED = "opdracht", _("opdracht aan de bank")
    PAID = "betaald", _("betaald")
    RETURNED = "terug", _("teruggekomen")


class RunLine(models.Model):
    """What one award gets in a run. Amounts in cents; what goes off is above zero.

    pays = paid + carried + holiday - advance_off - debts_off - deductions_off
    """

    taken: "list[LineOff]"  # read by `offs.with_offs`

    MOVES = {
        LineState.DRAFT: {LineState.HELD, LineState.BOOKED},
        LineState.HELD: set(),
        LineState.BOOKED: {LineState.PAID, LineState.RETURNED},
        LineState.PAID: {LineState.RETURNED},
        LineState.RETURNED: set(),
    }

    id = models.BigAutoField(primary_key=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, default=current_id, related_name="+", db_index=False
    )
    run = models.ForeignKey(PaymentRun, models.CASCADE, related_name="lines")
    award = models.ForeignKey(Award, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()  # in the run: part of the id for the bank
    month = models.ForeignKey(AwardMonth, models.PROTECT, null=True, related_name="+")
    paid = models.BigIntegerField(default=0)  # of the month
    carried = models.BigIntegerField(default=0)  # of before
    holiday = models.BigIntegerField(default=0)  # out of the reserve
    advance_off = models.BigIntegerField(default=0)
    debts_off = models.BigIntegerField(default=0)
    deductions_off = models.BigIntegerField(default=0)
    pays = models.BigIntegerField()
    flags = ArrayField(models.TextField(), default=list)  # what to look at, see `checks`
    ended = models.BooleanField(default=False)  # the award, by the end of the month
    hold_back = models.TextField(blank=True)  # why it is not paid now
    looked_at_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    state = models.TextField(choices=LineState, default=LineState.DRAFT)
    bank_says = models.TextField(blank=True)  # why it came back, in the bank's code

    objects: ClassVar[models.Manager["RunLine"]] = TenantManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "award"], name="payments_line_once"),
            models.UniqueConstraint(fields=["run", "number"], name="payments_line_number"),
            models.CheckConstraint(condition=Q(pays__gte=0), name="payments_line_not_negative"),
            models.CheckConstraint(
                condition=Q(
                    pays=F("paid")
                    + F("carried")
                    + F("holiday")
                    - F("advance_off")
                    - F("debts_off")
                    - F("deductions_off")
                ),
                name="payments_line_adds_up",
            ),
        ]

    @property
    def end_to_end_id(self) -> str:
        return f"{self.run.message_id}-{self.number}"


class RunFile(TenantModel):
    """A part of a run as the bank gets it; made once, and the same when it is made again."""

    run = models.ForeignKey(PaymentRun, models.PROTECT, related_name="files")
    part = models.PositiveSmallIntegerField()
    content_sealed = models.BinaryField()  # pain.001.001.03, under the key of the municipality
    digest = models.TextField()  # SHA-256
    payments = models.PositiveIntegerField()
    cents = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "part"], name="payments_file_part")]

    @property
    def content(self) -> bytes:
        """As it was made; who opens it is asked for at the door, and leaves a line."""
        sealed, place = self.content_sealed, str(self.pk)
        return open_under(current(), sealed, purpose=FILE, context=place)
