"""Before a view runs: the moment, the municipality, the door."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import set_urlconf
from django.utils import timezone

from plein.kernel.clock import local_day
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.web.doors import DOCUMENTS, door_of, door_of_the_installation

Respond = Callable[[HttpRequest], HttpResponse]
PERMISSIONS = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"


class SecurityHeadersMiddleware:
    """On every answer, also errors and files (ASVS 5.0 V3.4; DigiD U/PW.03)."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cache-Control", "no-store")
        if settings.SECURE_HSTS_SECONDS:
            hsts = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
            response.headers.setdefault("Strict-Transport-Security", hsts)
        return response


class ClockMiddleware:
    """The door reads the clock once; nothing below does."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined]
        request.today = local_day(request.now)  # type: ignore[attr-defined]
        return self.respond(request)


class TenantMiddleware:
    """The host decides the municipality. An unknown host gets a plain page, never another's."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = host_of(request)
        request.at_documents = host.startswith(settings.DOCUMENT_HOST)  # type: ignore[attr-defined]
        host = host.removeprefix(settings.DOCUMENT_HOST)
        municipality = Municipality.objects.filter(host=host).first()
        request.municipality = municipality  # type: ignore[attr-defined]
        if municipality is None and host != settings.BASE_HOST:
            return render(request, "web/unknown_host.html", status=404)
        with within(municipality):
            return self.respond(request)


class DoorMiddleware:
    """Which door somebody came in by, and so which URLs there are."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        at_start = request.municipality is None  # type: ignore[attr-defined]
        door = door_of_the_installation(request.path) if at_start else door_of(request.path)
        request.door = DOCUMENTS if request.at_documents else door  # type: ignore[attr-defined]
        request.urlconf = request.door.urlconf  # type: ignore[attr-defined]
        set_urlconf(request.door.urlconf)  # type: ignore[attr-defined] # for redirects before
        return self.respond(request)


def host_of(request: HttpRequest) -> str:
    """The host without port, small letters; nothing else of the header is trusted."""
    return str(request.META.get("HTTP_HOST", "")).rsplit(":", 1)[0].lower()
