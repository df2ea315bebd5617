"""Being slow or down on request, and the headers of every page."""

from collections.abc import Callable
from time import sleep

from django.http import HttpRequest, HttpResponse

from plein.gateways.digid.simulator import settings
from plein.gateways.digid.simulator.faults import Fault, switch

Handler = Callable[[HttpRequest], HttpResponse]


def fault(handle: Handler) -> Handler:
    def answer(request: HttpRequest) -> HttpResponse:
        if request.path != "/fault":
            if switch.fault is Fault.DOWN:
                return HttpResponse("DigiD-simulator: down", status=503)
            if switch.fault is Fault.SLOW:
                sleep(settings.DIGID_SLOW_SECONDS)
        return handle(request)

    return answer


def headers(handle: Handler) -> Handler:
    def answer(request: HttpRequest) -> HttpResponse:
        response = handle(request)
        response.headers.setdefault("Content-Security-Policy", policy())
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    return answer


def policy(*form_targets: str) -> str:
    """`form_targets`: where a form may end up, for a redirect counts as well."""
    targets = " ".join(["'self'", *form_targets])
    return (
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
        f"frame-ancestors 'none'; form-action {targets}"
    )
