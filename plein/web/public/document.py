"""A document from a host of its own: nothing in it comes near the pages or a session.

The pages judge who may open it and give an address for a minute; the look is logged where it opens.
"""

from dataclasses import asdict

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.audit.actions import Purpose
from plein.documents.models import Document, DocumentState
from plein.documents.opening import open_document
from plein.kernel.actor import Actor, ActorKind
from plein.web.documents import as_file
from plein.web.policies import public
from plein.web.request import PleinRequest

SALT = "plein.documenten"
LASTS = 60  # seconds
GONE = 410


def hand_out(
    request: PleinRequest, document: Document, *, purpose: Purpose, case: str = ""
) -> HttpResponse:
    """To who may open it: the way to where it opens."""
    given = {
        "document": str(document.pk),
        "by": asdict(request.actor),
        "why": [str(purpose.why), str(purpose.basis)],
        "case": case,
    }
    token = signing.dumps(given, salt=SALT, compress=True)
    host = f"{settings.DOCUMENT_HOST}{request.get_host()}"
    return HttpResponseRedirect(f"{request.scheme}://{host}/{token}/")


@public
@require_GET
def document(request: PleinRequest, token: str) -> HttpResponse:
    try:
        given = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return _plainly(_("Deze link werkt niet meer. Open het papier opnieuw."), GONE)
    clean = Document.objects.filter(state=DocumentState.CLEAN).select_related("resident")
    found = get_object_or_404(clean, pk=given["document"])
    by = Actor(**given["by"] | {"kind": ActorKind(given["by"]["kind"])})
    purpose = Purpose(*given["why"])
    content = open_document(found, purpose=purpose, by=by, at=request.now, case=given["case"])
    return as_file(content, found.ending)


def not_found(_request: HttpRequest, **_why: object) -> HttpResponse:
    return _plainly(_("Dit papier is er niet."), 404)


def broken(_request: HttpRequest) -> HttpResponse:
    return _plainly(_("Er ging iets mis. Open het papier opnieuw."), 500)


def _plainly(words: str, status: int) -> HttpResponse:
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")


urlpatterns = [path("<str:token>/", document, name="document")]
handler400 = handler403 = handler404 = not_found
handler500 = broken
