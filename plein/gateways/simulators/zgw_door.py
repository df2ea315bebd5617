"""The door of the case store: a good token, the CRS of the standard, and how it says no."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from plein.gateways.simulators import settings
from plein.gateways.simulators.answering import JSON

CRS = "EPSG:4326"
LIFE_SECONDS = 3600
View = Callable[..., HttpResponseBase]


def guarded(has_crs: bool = False) -> Callable[[View], View]:
    def mark(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not _has_token(request):
                return as_json({"code": "jwt-invalid", "status": 403}, status=403)
            if has_crs and request.headers.get("Accept-Crs") != CRS:
                return as_json({"code": "precondition_failed", "status": 412}, status=412)
            return view(request, *args, **kwargs)

        return asked

    return mark


def _has_token(request: HttpRequest) -> bool:
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    try:
        claims = jwt.decode(token, OctKey.import_key(settings.ZGW_SECRET)).claims
    except (JoseError, ValueError):
        return False
    age = datetime.now(UTC).timestamp() - claims.get("iat", 0)
    return bool(claims.get("client_id") == settings.ZGW_CLIENT_ID and age < LIFE_SECONDS)


def unknown_names(names: set[str]) -> HttpResponse:
    wrong = [{"name": name, "code": "unknown-parameters"} for name in sorted(names)]
    return as_json({"code": "invalid", "status": 400, "invalidParams": wrong}, status=400)


def not_found() -> HttpResponse:
    return as_json({"code": "not_found", "status": 404}, status=404)


def as_json(found: Any, status: int = 200) -> HttpResponse:
    return HttpResponse(json.dumps(found), status=status, content_type=JSON)
