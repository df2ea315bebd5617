"""Neem al uw gegevens mee: ask for the file, see how far it is, and fetch it (AVG art. 15, 20)."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.vault.actions.exports import ask_export
from plein.vault.actions.opening import vault_of
from plein.vault.exporting.making import queue_export
from plein.vault.exporting.sealed import open_export
from plein.vault.models import Export, ExportState
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.freshness import ask_again, is_fresh


@vault_only
@require_http_methods(["GET", "POST"])
def take_along(request: ResidentRequest) -> HttpResponse:
    """What is in it, and a button; or the file that is there already."""
    if request.method == "POST":
        return _make(request)
    newest = _own(request).order_by("-asked_at").first()
    ready = newest if newest and newest.is_open_at(request.now) else None
    return render(request, "web/resident/rights/take_along.html", {"export": ready})


def _make(request: ResidentRequest) -> HttpResponse:
    if not is_fresh(request):
        return ask_again(request, then=reverse("take-along"))
    with transaction.atomic():
        vault = vault_of(request.resident, at=request.now)
        export, is_new = ask_export(vault, by=request.actor, at=request.now)
        if is_new:
            queue_export(export)
    return redirect("take-along-file", export.pk)


@vault_only
@require_GET
def progress(request: ResidentRequest, export_id: UUID) -> HttpResponse:
    """Asked for again each second while it is being made; without scripts by a link."""
    export = get_object_or_404(_own(request), pk=export_id)
    context = {
        "export": export,
        "is_ready": export.is_open_at(request.now),
        "went_wrong": export.went_wrong_at(request.now),
    }
    context["waits"] = export.state == ExportState.WAITING and not context["went_wrong"]
    name = "export_state.html" if request.htmx else "export.html"
    return render(request, f"web/resident/rights/{name}", context)


@vault_only
@require_GET
def download(request: ResidentRequest, export_id: UUID) -> HttpResponse:
    """The ZIP, for who signed in just now."""
    export = get_object_or_404(_own(request).select_related("vault"), pk=export_id)
    if not is_fresh(request):
        return ask_again(request, then=reverse("take-along-file", args=[export.pk]))
    try:
        package = open_export(export, by=request.resident, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("take-along")
    day = local_day(export.ready_at or request.now).isoformat()
    name = f'attachment; filename="mijn-gegevens-{day}.zip"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return HttpResponse(package, content_type="application/zip", headers=headers)


def _own(request: ResidentRequest) -> QuerySet[Export]:
    """Without the file itself: that is fetched by who downloads it."""
    return Export.objects.filter(vault__resident=request.resident).defer("sealed")
