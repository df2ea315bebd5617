"""In which language somebody reads: residents choose, at every other door it is Dutch."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from plein.kernel.dutch import DUTCH
from plein.web.doors import RESIDENT

A_YEAR = 365 * 24 * 60 * 60  # seconds


class LanguageMiddleware:
    """The language holds for this request alone; a page that may be kept is kept per language."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(language_of(request)):
            response = self.respond(request)
        if _is_read_in_it(request, response):
            response.headers.setdefault("Content-Language", language_of(request))
            patch_vary_headers(response, ["Cookie"])
        return response


def language_of(request: Any) -> str:
    """Only what was chosen counts: a browser says what it was sold with."""
    if request.door is not RESIDENT:
        return DUTCH
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, DUTCH)
    return chosen if is_offered(chosen) else DUTCH


def is_offered(language: str) -> bool:
    return language in dict(settings.LANGUAGES)


def remember(response: HttpResponse, language: str) -> None:
    """In this browser, so that the language also holds before somebody signs in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=A_YEAR,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _is_read_in_it(request: Any, response: HttpResponse) -> bool:
    """A page that is the same for everybody, and may be kept by all, is not."""
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    is_shared = "public" in response.headers.get("Cache-Control", "")
    return request.door is RESIDENT and is_page and not is_shared
