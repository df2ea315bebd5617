"""A resident takes everything along: asked for, made in the background, gone after a day."""

from datetime import datetime, timedelta

from django.db import transaction

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.vault.actions.opening import begin_anew
from plein.vault.exporting.package import package_of
from plein.vault.exporting.sealed import put_away
from plein.vault.models import Export, ExportState, Vault

KEPT = timedelta(hours=24)


@transaction.atomic
def ask_export(vault: Vault, *, by: Actor, at: datetime) -> tuple[Export, bool]:
    """A new file, and whether it is new: one that is being made is waited for.

    An older one goes. Also of an empty vault there is something to take: who looked, and what was
    shared; it gets a key to seal that under.
    """
    Vault.objects.select_for_update().get(pk=vault.pk)
    running = vault.exports.filter(state=ExportState.WAITING).order_by("-asked_at").first()
    if running and not running.went_wrong_at(at):
        return running, False
    begin_anew(vault, by=by, at=at)
    vault.exports.all().delete()
    export = Export.objects.create(vault=vault, asked_at=at, until=at + KEPT)
    record("vault.export.asked", on=export, by=by, at=at)
    return export, True


def fill_export(export: Export, *, at: datetime) -> None:
    """Make it, and put it away; a second time changes nothing."""
    if export.state == ExportState.WAITING:
        _finish(export, package_of(export.vault, at=at), at)


@transaction.atomic
def _finish(export: Export, package: bytes, at: datetime) -> None:
    """Only where it is still wanted: who erased everything meanwhile gets no file of it."""
    Vault.objects.select_for_update().get(pk=export.vault_id)
    exports = Export.objects.select_for_update(of=["self"]).select_related("vault")
    found = exports.filter(pk=export.pk, state=ExportState.WAITING).first()
    if found is None:
        return
    put_away(found, package)
    found.state, found.ready_at, found.until = ExportState.READY, at, at + KEPT
    found.save()
    record("vault.export.made", on=found, by=found.vault.resident.actor, at=at)


@transaction.atomic
def forget_exports(*, at: datetime) -> int:
    """Those whose day is over; how many. Their own end counts already before this runs."""
    count, _by_model = Export.objects.filter(until__lte=at).delete()
    return count
