"""Asking the sources: one collection at a time, and what became of each source in it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantModel
from plein.vault.models.vaults import Vault


class Collection(TenantModel):
    """The sources are asked because the resident asked for it, and only while signed in.

    What came with a login is used within that login (DigiD checklist D2): after `until` nothing
    more is asked, and an answer that comes later is dropped.
    """

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="collections")
    started_at = models.DateTimeField()
    until = models.DateTimeField()  # the end of the login
    stopped_at = models.DateTimeField(null=True)  # signed out before


class SourceState(models.TextChoices):
    WAITING = "wacht", _("wacht")
    BUSY = "bezig", _("bezig")
    FOUND = "gevonden", _("gevonden")
    NOTHING = "niets_gevonden", _("niets gevonden")
    WARNING = "waarschuwing", _("gevonden, met een opmerking")
    FAILED = "storing", _("storing")
    STOPPED = "gestopt", _("gestopt")


class SourceRun(TenantModel):
    """One source in a collection."""

    MOVES = {
        SourceState.WAITING: {SourceState.BUSY, SourceState.STOPPED},
        SourceState.BUSY: {
            SourceState.FOUND,
            SourceState.NOTHING,
            SourceState.WARNING,
            SourceState.FAILED,
            SourceState.STOPPED,
        },
        SourceState.FAILED: {SourceState.BUSY, SourceState.STOPPED},  # tried again
        SourceState.FOUND: set(),
        SourceState.NOTHING: set(),
        SourceState.WARNING: set(),
        SourceState.STOPPED: set(),
    }

    collection = models.ForeignKey(Collection, models.PROTECT, related_name="runs")
    source = models.TextField()  # key in sources/
    state = models.TextField(choices=SourceState, default=SourceState.WAITING)
    tries = models.PositiveIntegerField(default=0)
    notes = ArrayField(models.TextField(), default=list)  # what the source warned about
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["collection", "source"], name="vault_run_once")
        ]
