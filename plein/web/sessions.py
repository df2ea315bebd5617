"""Sessions: one per door, sealed at rest, and ended in time."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from plein.tenants.master import open_with_master, seal_with_master
from plein.web.background import is_background

_CONTEXT = "session"
_FRESH = timedelta(seconds=30)  # the last visit is written down at most this often


class SealedSerializer:
    """JSON, sealed: a session may hold names, and the table holds no name."""

    def dumps(self, session: dict[str, Any]) -> bytes:
        plain = json.dumps(session).encode()
        return seal_with_master(plain, context=_CONTEXT, purpose=_CONTEXT)

    def loads(self, sealed: bytes) -> dict[str, Any]:
        plain = open_with_master(sealed, context=_CONTEXT, purpose=_CONTEXT)
        opened: dict[str, Any] = json.loads(plain)
        return opened


class DoorSessionMiddleware(SessionMiddleware):
    """Django's sessions, under the cookie of the door."""

    def process_request(self, request: HttpRequest) -> None:
        request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        if key := request.COOKIES.get(request.door.cookie):  # type: ignore[attr-defined]
            request.COOKIES[settings.SESSION_COOKIE_NAME] = key
        super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not hasattr(request, "door"):
            return response
        response = super().process_response(request, response)
        if cookie := response.cookies.pop(settings.SESSION_COOKIE_NAME, None):
            own_name: str = request.door.cookie
            cookie.set(own_name, cookie.value, cookie.coded_value)
            response.cookies[own_name] = cookie
        return response


class SessionTermsMiddleware:
    """After 15 idle minutes, or when the whole term is over, a visitor signs in again."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_over(request):
            request.session.flush()
            messages.info(request, _("U was lang weg. Daarom bent u uitgelogd. Log opnieuw in."))
            return redirect(request.door.sign_in)  # type: ignore[attr-defined]
        if not is_background(request):
            _note_visit(request)
        return self.respond(request)


def begin(session: SessionBase, now: datetime) -> None:
    """A sign-in starts the terms of this session."""
    session["began"] = session["seen"] = now.isoformat()


def is_over(request: HttpRequest) -> bool:
    began, seen = request.session.get("began"), request.session.get("seen")
    if not began or not seen:
        return False
    door, now = request.door, request.now  # type: ignore[attr-defined]
    idle = now - datetime.fromisoformat(seen)
    in_all = now - datetime.fromisoformat(began)
    return bool(idle >= timedelta(seconds=door.idle) or in_all >= timedelta(seconds=door.in_all))


def _note_visit(request: HttpRequest) -> None:
    seen = request.session.get("seen")
    now = request.now  # type: ignore[attr-defined]
    if seen and now - datetime.fromisoformat(seen) > _FRESH:
        request.session["seen"] = now.isoformat()
