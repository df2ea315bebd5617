"""Pages that everybody may see, and the files of the house style."""

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.demo.cast import sign_ins
from plein.tenants.models import Municipality
from plein.web.logo_file import A_YEAR, logo_file
from plein.web.policies import public, public_before_opening


@public
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """The front page of the installation: which municipalities there are, and in the demo who."""
    municipalities = list(Municipality.objects.filter(is_open=True).order_by("name"))
    context = {
        "municipalities": municipalities,
        "port": request.get_port(),
        "sign_ins": sign_ins(municipalities) if settings.DEMO else [],
    }
    return render(request, "web/public/start.html", context)


@public_before_opening
@require_GET
def theme(request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """The house style; its address holds its digest, so it may be kept for ever."""
    municipality = request.municipality  # type: ignore[attr-defined]
    if not municipality or (municipality.slug, municipality.theme_digest) != (slug, digest):
        raise Http404
    response = HttpResponse(municipality.theme_css, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = A_YEAR
    return response


@public
@require_GET
def photo(request: HttpRequest, name: str) -> FileResponse:
    """A product photo, as we drew it anew; its name is a random id."""
    path = f"producten/{name}"
    if ".." in name or not name.endswith(".webp") or not default_storage.exists(path):
        raise Http404
    response = FileResponse(default_storage.open(path), content_type="image/webp")
    response.headers["Cache-Control"] = A_YEAR
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@public_before_opening
@require_GET
def logo(request: HttpRequest, name: str) -> FileResponse:
    """The logo of this municipality alone."""
    municipality = request.municipality  # type: ignore[attr-defined]
    if not municipality:
        raise Http404
    return logo_file(municipality, name)


@public_before_opening
@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "web/public/privacy.html")


@public_before_opening
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "web/public/accessibility.html")


@public_before_opening
@require_GET
def alive(request: HttpRequest) -> HttpResponse:
    """For the machine that watches us."""
    return HttpResponse("ok", content_type="text/plain")
