"""The feed at its addresses, and the shapes that it fits; what is known is not sent again."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from plein.audit.queries import acts_on
from plein.cases.offered import offer_changed_at
from plein.tenants.changes import TEXTS
from plein.web.policies import public
from plein.web.public.sdg.shape import feed
from plein.web.public.sdg.writing import as_json, as_xml
from plein.web.request import PleinRequest

FOLDER = Path(__file__).parent
FEEDS: dict[str, tuple[str, Callable[[dict[str, Any]], bytes]]] = {
    "json": ("application/json; charset=utf-8", as_json),
    "xml": ("application/xml; charset=utf-8", as_xml),
}
SHAPES = {"xsd": "application/xml; charset=utf-8", "schema.json": "application/schema+json"}
A_QUARTER = "public, max-age=900"


@public
@require_safe
def services_feed(request: PleinRequest, form: str) -> HttpResponseBase:
    if form not in FEEDS:
        raise Http404
    kind, write = FEEDS[form]
    return _answer(request, write(feed(request)), kind, _changed_at(request))


@public
@require_safe
def shape(request: PleinRequest, form: str) -> HttpResponseBase:
    """As XML Schema and as JSON Schema."""
    kind, file = SHAPES[form], FOLDER / f"diensten.{form}"
    return _answer(request, file.read_bytes(), kind, None)


def _changed_at(request: PleinRequest) -> datetime | None:
    """The offer, or what the municipality says of itself, whichever changed last."""
    written = acts_on(request.municipality, [TEXTS]).first()
    moments = [offer_changed_at(request.today), written.at if written else None]
    return max((each for each in moments if each), default=None)


def _answer(
    request: PleinRequest, body: bytes, kind: str, changed_at: datetime | None
) -> HttpResponseBase:
    """304 for who has it already, by tag or by moment."""
    tag = quote_etag(sha256(body).hexdigest())
    moment = int(changed_at.timestamp()) if changed_at else None
    answer = HttpResponse(body, content_type=kind)
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = A_QUARTER
    if moment is not None:
        answer.headers["Last-Modified"] = http_date(moment)
    return get_conditional_response(request, tag, moment, answer) or answer
