"""Who comes in, and how the answer leaves: token, scope, CRS, version and ETag, once for all.

A view gets an application that was recognised and returns plain data; it raises `Problem` for no.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial, wraps
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.csrf import csrf_exempt

from plein.api.apis import Api, api_of
from plein.api.problems import (
    WRONG_METHOD,
    NotAllowed,
    Problem,
    ReadOnly,
    WriteOnly,
    answer_to,
)
from plein.api.wrong_tokens import refusal_of
from plein.identity.application import Application, Scope
from plein.identity.applications import TokenRefused, application_of
from plein.tenants.models import Municipality

CRS = "EPSG:4326"
View = Callable[..., Any]
Guarded = Callable[..., HttpResponse]


class ApiRequest(HttpRequest):
    """What the middleware and this door add."""

    now: datetime
    today: date
    municipality: Municipality
    application: Application


@dataclass(frozen=True, slots=True)
class Policy:
    """No session and no module: the token of the application decides."""

    who: str
    doors: tuple[()] = ()
    module: None = None
    before_opening: bool = True  # the own software of a municipality is connected first


def reads(scope: Scope, *, method: str = "GET", has_crs: bool = False) -> Callable[[View], Guarded]:
    """An address that an application with this scope may read."""
    allowed = ("GET", "HEAD") if method == "GET" else (method,)
    return _opened(scope, allowed, partial(ReadOnly, allowed), has_crs=has_crs)


def writes(scope: Scope) -> Callable[[View], Guarded]:
    """An address where an application with this scope may change something, by POST."""
    return _opened(scope, ("POST",), WriteOnly, has_crs=False)


def _opened(
    scope: Scope, allowed: tuple[str, ...], otherwise: Callable[[], Problem], *, has_crs: bool
) -> Callable[[View], Guarded]:
    def mark(view: View) -> Guarded:
        @csrf_exempt  # no cookie counts here
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            api = api_of(request)
            assert api is not None  # noqa: S101 - these views stand under its root
            try:
                if request.method not in allowed:
                    raise otherwise()
                request.application = _recognised(request, api, scope)
                if has_crs:
                    _demand_crs(request)
                answer = _answer(request, api, view(request, *args, **kwargs))
            except Problem as problem:
                answer = answer_to(request, problem)
                if problem.code == WRONG_METHOD:
                    answer.headers["Allow"] = ", ".join(allowed)
            if has_crs and answer.status_code < 400:  # noqa: PLR2004
                answer.headers["Content-Crs"] = CRS
            return answer

        guarded.policy = Policy(f"applicatie: {scope}")  # type: ignore[attr-defined]
        return guarded

    return mark


def _recognised(request: ApiRequest, api: Api, scope: Scope) -> Application:
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    if kind != "Bearer":
        raise NotAllowed("Stuur een token mee: Authorization: Bearer …", api.refused)
    try:
        application = application_of(token, at=request.now)
    except TokenRefused as refusal:
        raise refusal_of(request, str(refusal), api.refused) from None
    if not any(right.scope == scope for right in application.rights.all()):
        raise NotAllowed(f"Deze applicatie heeft het recht {scope} niet.")
    return application


def _demand_crs(request: HttpRequest) -> None:
    _demand_header(request, "Accept-Crs", 406)
    if request.method == "POST":
        _demand_header(request, "Content-Crs", 415)


def _demand_header(request: HttpRequest, name: str, status_when_other: int) -> None:
    given = request.headers.get(name)
    if given is None:
        raise Problem(412, "precondition_failed", "Header ontbreekt", f"Stuur {name}: {CRS} mee.")
    if given != CRS:
        raise Problem(status_when_other, "crs", "CRS niet ondersteund", f"Wij kennen {CRS}.")


def _answer(request: ApiRequest, api: Api, data: Any) -> HttpResponse:
    """The same answer as last time is not sent again, and no machine on the way keeps it."""
    answer: HttpResponse = (
        data
        if isinstance(data, HttpResponse)  # a file
        else JsonResponse(data, safe=False, encoder=DjangoJSONEncoder)
    )
    tag = quote_etag(sha256(answer.content).hexdigest())
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if tag in known and request.method != "POST":
        answer = HttpResponseNotModified()
    answer.headers["ETag"] = tag
    answer.headers["API-version"] = api.version
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
