"""Aanmelden: a shop or club asks to sell here. The answer is the same for everybody."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.tries import count_wrong_try, has_tries_left
from plein.kernel.refusal import Refusal
from plein.tenants.keys import index_of
from plein.web.policies import public_shop
from plein.web.provider_form import ProviderForm
from plein.web.request import PleinRequest
from plein.webshop.actions.sign_up import Application, sign_up
from plein.webshop.models import ProviderKind

MOST, WINDOW = 5, timedelta(hours=1)


class TooManySignUps(Refusal):
    message = _("U meldde vandaag al vaker een aanbieder aan. Probeer het over een uur opnieuw.")


@public_shop
@require_http_methods(["GET", "POST"])
def form(request: PleinRequest) -> HttpResponse:
    filled_in = ProviderForm(request.POST or None)
    if filled_in.is_valid():
        try:
            _within_limit(request)
        except Refusal as refusal:
            filled_in.add_error(None, str(refusal))
        else:
            given = filled_in.cleaned_data
            kind = ProviderKind(given["kind"])
            sign_up(Application(**{**given, "kind": kind}), at=request.now)
            return redirect("provider-sign-up-done")
    status = 422 if request.method == "POST" else 200
    return render(request, "web/provider/sign_up.html", {"form": filled_in}, status=status)


def _within_limit(request: PleinRequest) -> None:
    """So many per address of the internet, which is kept as a keyed digest."""
    place = index_of(request.municipality, "address", request.META.get("REMOTE_ADDR", ""))
    who = f"signup-{place.hex()[:32]}"
    if not has_tries_left(who, most=MOST, window=WINDOW, at=request.now):
        raise TooManySignUps
    count_wrong_try(who, window=WINDOW, at=request.now)


@public_shop
@require_GET
def done(request: PleinRequest) -> HttpResponse:
    return render(request, "web/provider/sign_up_done.html")
