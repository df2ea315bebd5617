"""What a telephone asks for to keep Plein on its screen; the same for everybody."""

import json
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from plein.kernel.dutch import dutch
from plein.web.app.icon import draw_icon
from plein.web.policies import public
from plein.web.request import PleinRequest

SIZES = (180, 192, 512)  # pixels
A_DAY = "public, max-age=86400"
SHELL = ("dist/app.css", "dist/app.js", "dist/icons.svg")


@public
@require_GET
@dutch()
def manifest(request: PleinRequest) -> HttpResponse:
    """https://www.w3.org/TR/appmanifest/"""
    place = request.municipality
    icons = [
        {
            "src": reverse("app-icon", args=[purpose, size]),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for purpose in ("any", "maskable")
        for size in SIZES[1:]
    ]
    answer = JsonResponse(
        {
            "id": "/",
            "name": _("Mijn Overzicht – gemeente {name}").format(name=place.name),
            "short_name": place.name,
            "lang": "nl",
            "start_url": reverse("overview"),
            "scope": "/",
            "display": "standalone",
            "theme_color": place.brand_colour,
            "background_color": "#ffffff",
            "icons": icons,
        },
        content_type="application/manifest+json",
    )
    answer.headers["Cache-Control"] = A_DAY
    return answer


@public
@require_GET
def icon(request: PleinRequest, purpose: str, size: int) -> HttpResponse:
    if purpose not in ("any", "maskable") or size not in SIZES:
        raise Http404
    colour = request.municipality.brand_colour
    answer = HttpResponse(
        draw_icon(colour, size, maskable=purpose == "maskable"), content_type="image/png"
    )
    answer.headers["Cache-Control"] = A_DAY
    return answer


@public
@require_GET
def worker(request: PleinRequest) -> HttpResponse:
    """The service worker, told which files make the shell; asked for anew at each visit."""
    path = finders.find("dist/worker.js")
    if not isinstance(path, str):
        raise Http404
    shell = [staticfiles_storage.url(name) for name in SHELL]
    shell += [reverse("app-offline"), request.municipality.theme_url]
    told = {
        "SHELL": shell,
        "START": reverse("overview"),
        "ICON": reverse("app-icon", args=["any", SIZES[1]]),
    }
    script = f"Object.assign(self, {json.dumps(told)});\n{Path(path).read_text()}"
    answer = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@public
@require_GET
@dutch()
def offline(request: PleinRequest) -> HttpResponse:
    """Without a connection: how it stood the last time, with its day; filled in by the browser."""
    answer = render(request, "web/app/offline.html")
    answer.headers["Cache-Control"] = A_DAY
    return answer
