"""What people see when something is not there, not allowed, or does not work."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plein.web.policies import public


def _page(request: HttpRequest, name: str, status: int) -> HttpResponse:
    return render(request, f"web/errors/{name}.html", status=status)


@public
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "bad_request", 400)


@public
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "forbidden", 403)


@public
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "not_found", 404)


@public
def too_often(request: HttpRequest) -> HttpResponse:
    return _page(request, "too_often", 429)


@public
def broken(request: HttpRequest) -> HttpResponse:
    return _page(request, "broken", 500)


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, "form_too_old", 403)
