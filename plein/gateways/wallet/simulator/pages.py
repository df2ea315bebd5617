"""The page on which somebody chooses whose wallet this is, and what it does."""

from pathlib import Path

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    JsonResponse,
)
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from plein.gateways.digid.back_channel import call
from plein.gateways.digid.simulator import cast
from plein.gateways.wallet.simulator import pid_issuer
from plein.gateways.wallet.simulator.asked import Asked, NotForUs, read_request
from plein.gateways.wallet.simulator.headers import policy
from plein.gateways.wallet.simulator.modes import Mode
from plein.gateways.wallet.simulator.wallet import answer
from plein.kernel.refusal import Refusal

_STYLESHEET = Path(cast.__file__).with_name("simulator.css")
_TIMEOUT_SECONDS = 10


@require_http_methods(["GET", "POST"])
def authorize(request: HttpRequest) -> HttpResponse:
    try:
        asked = read_request(request.GET)
    except NotForUs:
        return render(request, "wallet_simulator/refused.html", status=400)
    if request.method == "POST":
        return _share(request, asked)
    people = cast.load_cast().by_municipality(first=asked.host.split(".")[0])
    context = {"asked": asked, "groups": people, "modes": Mode.choices}
    page = render(request, "wallet_simulator/choose.html", context)
    page.headers["Content-Security-Policy"] = policy(asked.origin)
    return page


def _share(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Post the answer behind the browser's back, and send the browser where it is told to go."""
    person = cast.load_cast()[request.POST.get("person", "katja")]
    mode = Mode(request.POST.get("mode", Mode.NORMAL))
    form = answer(asked, person, mode, at=timezone.now())
    try:
        found = call("POST", asked.response_uri, timeout=_TIMEOUT_SECONDS, data=form)
        return HttpResponseRedirect(found.json()["redirect_uri"])
    except (Refusal, KeyError):
        return render(request, "wallet_simulator/refused.html", status=502)


@require_GET
def issuer(request: HttpRequest) -> JsonResponse:
    return JsonResponse(pid_issuer.about())


@require_GET
def status_list(request: HttpRequest) -> HttpResponse:
    text = pid_issuer.status_list(at=timezone.now())
    return HttpResponse(text, content_type="application/statuslist+jwt")


@require_GET
def stylesheet(request: HttpRequest) -> FileResponse:
    """The same calm look as the other simulator."""
    return FileResponse(_STYLESHEET.open("rb"), content_type="text/css")
