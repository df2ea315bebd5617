"""How a page of the desk answers: 422 where a form or the rules say no, with all that was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plein.kernel.refusal import Refusal


def page(
    request: HttpRequest,
    name: str,
    context: dict[str, Any],
    *,
    form: forms.Form | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """The page `web/desk/<name>.html`; a refusal stands above the form."""
    wrong = refusal is not None or (form is not None and form.is_bound and bool(form.errors))
    context = {**context, "form": form, "refusal": str(refusal) if refusal else ""}
    return render(request, f"web/desk/{name}.html", context, status=422 if wrong else 200)


def try_to(request: HttpRequest, act: Callable[[], object], done: str) -> bool:
    """Do what a button asks; say on the next page that it is done, or why not."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, done)
    return True
