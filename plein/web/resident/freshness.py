"""Some acts ask for a sign-in of just now: whoever finds a phone on the table cannot do them."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.safe_next import is_safe

FRESH = timedelta(minutes=5)


def is_fresh(request: ResidentRequest) -> bool:
    """Signed in less than 5 minutes ago."""
    return request.now - datetime.fromisoformat(request.session["began"]) < FRESH


def ask_again(request: ResidentRequest, *, then: str) -> HttpResponse:
    """The page that says why, with one button to DigiD; after that it goes on at `then`."""
    return render(request, "web/resident/again.html", {"then": then}, status=403)


@resident_only
@require_POST
def sign_in_again(request: ResidentRequest) -> HttpResponse:
    """To DigiD. Until its answer comes, the sign-in of before stays."""
    then = request.POST.get("then", "")
    if is_safe(then):
        request.session["next"] = then
    return redirect("to-digid")
