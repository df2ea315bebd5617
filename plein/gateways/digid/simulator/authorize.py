"""The page on which somebody chooses who to be."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means
from plein.gateways.digid.simulator.asked import Asked, UnknownClient, read_question
from plein.gateways.digid.simulator.cast import load_cast
from plein.gateways.digid.simulator.memory import Login, memory
from plein.gateways.digid.simulator.middleware import policy
from plein.kernel.bsn import Bsn, NotABsn


@require_http_methods(["GET", "POST"])
def authorize(request: HttpRequest) -> HttpResponse:
    """The question stays in the address; what is chosen, with its BSN, is posted."""
    try:
        asked = read_question(request.GET)
    except UnknownClient:
        return render(request, "digid_simulator/unknown.html", status=400)
    if not asked.is_whole:
        return HttpResponseRedirect(asked.answer(error="invalid_request"))
    if request.method == "GET":
        return _page(request, asked)
    if "cancel" in request.POST:
        return HttpResponseRedirect(asked.answer(error="access_denied"))
    if asked.means is Means.EIDAS and request.POST.get("bsn") == "":  # nobody knows it yet
        return _go_back(request, asked, "")
    return _sign_in(request, asked)


def _sign_in(request: HttpRequest, asked: Asked) -> HttpResponse:
    typed = request.POST.get("bsn", "")
    try:
        bsn = Bsn(typed)
    except NotABsn as refusal:
        return _page(request, asked, typed=typed, problem=str(refusal))
    return _go_back(request, asked, bsn.reveal())


def _go_back(request: HttpRequest, asked: Asked, bsn: str) -> HttpResponse:
    code = _code_for(bsn, asked, _level_in(request, asked))
    return HttpResponseRedirect(asked.answer(code=code))


def _code_for(bsn: str, asked: Asked, level: Level) -> str:
    return memory.keep(
        Login(
            client_id=asked.client_id,
            redirect_uri=asked.redirect_uri,
            challenge=asked.challenge,
            nonce=asked.nonce,
            bsn=bsn,
            level=level,
            means=asked.means,
            at=timezone.now(),
        )
    )


def _level_in(request: HttpRequest, asked: Asked) -> Level:
    """As chosen, also when it is lower than was asked: the client must notice that itself."""
    chosen = request.POST.get("level", "")
    return next((level for level in Level if level.name == chosen), asked.level)


def _page(
    request: HttpRequest, asked: Asked, *, typed: str = "", problem: str = ""
) -> HttpResponse:
    cast = load_cast()
    context = {
        "eidas": asked.means is Means.EIDAS,
        "groups": cast.by_country()
        if asked.means is Means.EIDAS
        else cast.by_municipality(first=asked.client.municipality),
        "levels": [(level.name, level.name.capitalize()) for level in Level],
        "asked_level": asked.level.name,
        "typed": typed,
        "problem": problem,
    }
    page = render(request, "digid_simulator/choose.html", context, status=400 if problem else 200)
    page.headers["Content-Security-Policy"] = policy(asked.origin)
    return page
