"""A file for the bank, as it was made; each download is noted."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from plein.audit.actions import record
from plein.identity.roles import Right
from plein.payments.models import RunFile, RunState
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.APPROVE_PAYMENTS)
@require_POST
def download(request: StaffRequest, file_id: UUID) -> HttpResponse:
    """By a button: what leaves a line in the log is no mere look at an address."""
    file = get_object_or_404(RunFile.objects.select_related("run"), pk=file_id)
    if file.run.state != RunState.READY or not file.payments:
        raise Http404
    by, at = request.actor, request.now
    record("payments.file.downloaded", on=file, by=by, at=at, part=file.part, digest=file.digest)
    response = HttpResponse(bytes(file.content), content_type="application/xml")
    name = f"{file.run.message_id}-D{file.part}.xml"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
