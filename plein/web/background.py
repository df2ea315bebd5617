"""A part of a page that the browser asks for again by itself: only when it changed.

What a script asks does not keep somebody signed in: that is for what a person does. A page without
scripts is asked for as a whole, and shows the same.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

HEADER = "X-Plein-Background"
NOT_MODIFIED = 304


def is_background(request: HttpRequest) -> bool:
    return HEADER in request.headers


def fragment(
    request: HttpRequest,
    version: str,
    context: Callable[[], dict[str, Any]],
    *,
    page: str,
    part: str,
) -> HttpResponse:
    """The page, or to a script its live part; nothing is read where it has this version."""
    version = f'"{version}-{request.today:%m%d}"'  # type: ignore[attr-defined] # "vandaag"
    asks_part = is_background(request)
    if asks_part and request.headers.get("If-None-Match") == version:
        response = HttpResponse(status=NOT_MODIFIED)
    else:
        response = render(request, part if asks_part else page, context() | {"version": version})
    response["ETag"] = version
    return response
