"""What was filled in wrong is answered with 422, also where django-allauth says 200."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponseBase


def unprocessable(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST" and _has_mistakes(response):
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    return answer


def _has_mistakes(response: HttpResponseBase) -> bool:
    """A page that shows a form again, with what is wrong with it."""
    context = getattr(response, "context_data", None) or {}
    forms = (context.get("form"), context.get("webauthn_form"))
    return any(form.errors for form in forms if form is not None)
