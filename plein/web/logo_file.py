"""The logo of a municipality as a file. A drawing is a document, so it is shut in a sandbox."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

from plein.tenants.changes import LOGOS
from plein.tenants.models import Municipality

A_YEAR = "public, max-age=31536000, immutable"
# An SVG may style itself, and nothing more: no script, no address elsewhere, no origin of ours.
DRAWING_ONLY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def logo_file(municipality: Municipality, name: str) -> FileResponse:
    """Raises `Http404` for the logo of another, or of before."""
    path = f"{LOGOS}/{name}"
    if municipality.logo != name or not default_storage.exists(path):
        raise Http404
    kind = "image/svg+xml" if name.endswith(".svg") else "image/png"
    response = FileResponse(default_storage.open(path), content_type=kind)
    response.headers["Cache-Control"] = A_YEAR
    response.headers["Content-Security-Policy"] = DRAWING_ONLY
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
