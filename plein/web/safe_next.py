"""Where somebody wanted to go before signing in: only within our own host."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def is_safe(url: str) -> bool:
    return bool(url) and url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def pop_next(request: HttpRequest) -> str | None:
    url = request.session.pop("next", None)
    return str(url) if url and is_safe(url) else None
