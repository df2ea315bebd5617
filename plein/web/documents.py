"""Documents at any door: a list of them, and one as a file to keep."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpResponse
from django.utils.text import capfirst

from plein.audit.actions import Purpose
from plein.documents.models import Direction, Document, DocumentState
from plein.documents.opening import names_of
from plein.identity.models import Resident
from plein.web.request import PleinRequest

MEDIA = {"pdf": "application/pdf", "jpg": "image/jpeg"}


class HasDocument(Protocol):
    """What a document hangs on, wherever that is."""

    @property
    def document(self) -> Document: ...


def as_file(content: bytes, ending: str) -> HttpResponse:
    """A file to keep, never a page: nothing in it can act in our name."""
    response = HttpResponse(content, content_type=MEDIA[ending])
    response.headers["Content-Disposition"] = f'attachment; filename="papier.{ending}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


def documents_shown(
    enclosures: Iterable[HasDocument],
    resident: Resident,
    *,
    request: PleinRequest,
    url: Callable[[UUID], str],
    purpose: Purpose,
    case: str = "",
) -> list[dict[str, Any]]:
    """For `web/parts/documents.html`; their names are one look."""
    documents = [each.document for each in enclosures]
    names = names_of(
        resident, documents, purpose=purpose, by=request.actor, at=request.now, case=case
    )
    return documents_named(documents, names, url=url)


def documents_named(
    documents: Iterable[Document], names: Mapping[UUID, str], *, url: Callable[[UUID], str]
) -> list[dict[str, Any]]:
    """The same, where the names were read with the rest of the page."""
    return [
        {
            "document": document,
            "name": names[document.pk],
            "sender": _sender(document),
            "url": url(document.pk) if document.state == DocumentState.CLEAN else "",
        }
        for document in documents
    ]


def _sender(document: Document) -> str:
    """Of the municipality: the function and the team, and not the name. Empty: the resident."""
    if document.direction == Direction.IN:
        return ""
    who = ", ".join(part for part in (document.function, document.team) if part)
    return str(capfirst(who or document.organisation))
