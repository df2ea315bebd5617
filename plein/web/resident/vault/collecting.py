"""Haal mijn gegevens op: one button, and a page that shows what each source answered."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from plein.vault.actions.collecting import start_collection
from plein.vault.actions.opening import vault_of
from plein.vault.collecting import queue_collection
from plein.vault.models import Collection, SourceRun, SourceState
from plein.vault.sources.register import SOURCES
from plein.web.doors import RESIDENT
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest

ICONS = {
    SourceState.FOUND: "check-lg",
    SourceState.NOTHING: "info-circle-fill",
    SourceState.WARNING: "exclamation-circle-fill",
    SourceState.FAILED: "exclamation-triangle-fill",
    SourceState.STOPPED: "x-lg",
}
UNDER_WAY = {SourceState.WAITING, SourceState.BUSY}


@vault_only
@require_POST
def start(request: ResidentRequest) -> HttpResponse:
    with transaction.atomic():
        vault = vault_of(request.resident, at=request.now)
        until = login_ends(request)
        collection, is_new = start_collection(vault, until=until, by=request.actor, at=request.now)
        if is_new:
            queue_collection(collection)
    return redirect("vault-collection", collection.pk)


def login_ends(request: ResidentRequest) -> datetime:
    """What came with a login is used within that login."""
    began = datetime.fromisoformat(request.session["began"])
    return began + timedelta(seconds=RESIDENT.in_all)


@vault_only
@require_GET
def progress(request: ResidentRequest, collection_id: UUID) -> HttpResponse:
    """The states of the sources; the part itself is asked for again while some are under way."""
    own = Collection.objects.filter(vault__resident=request.resident)
    collection = get_object_or_404(own, pk=collection_id)
    runs = {run.source: run for run in collection.runs.all()}
    answered = [run for run in runs.values() if run.state not in UNDER_WAY]
    context = {
        "collection": collection,
        "runs": [_row(source.title, runs[key]) for key, source in SOURCES.items() if key in runs],
        "answered": len(answered),
        "total": len(runs),
        "is_done": len(answered) == len(runs),
        "failed": any(run.state == SourceState.FAILED for run in answered),
    }
    part = "web/resident/vault/sources.html" if request.htmx else "web/resident/vault/progress.html"
    return render(request, part, context)


def _row(title: object, run: SourceRun) -> dict[str, object]:
    return {
        "title": title,
        "state": run.get_state_display(),
        "icon": ICONS.get(SourceState(run.state), "hourglass-split"),
        "notes": run.notes,
        "late": run.state == SourceState.FAILED,
    }
