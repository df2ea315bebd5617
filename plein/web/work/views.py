"""Going in and out of a working door, and what stands between."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.demo.codes import current_code
from plein.web.policies import first_factor_only, public
from plein.web.second_factor import is_proven


class Login(LoginView):  # type: ignore[misc]
    """The first page of a working door."""


class SecondFactor(AuthenticateView):  # type: ignore[misc]
    """The code or the passkey; the demo shows the code of its own cast."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        account = self.stage.login.user
        return {
            **super().get_context_data(**kwargs),
            "demo_code": current_code(account),
            "has_passkey": has_factor(account, Authenticator.Type.WEBAUTHN),
        }


@public
@require_POST
def stop(request: Any) -> HttpResponse:
    """Not going on halfway: the password that was given is forgotten."""
    request.session.flush()
    return redirect(request.door.sign_in)


@first_factor_only
@require_GET
def next_step(request: Any) -> HttpResponse:
    """Where somebody goes who has not come in yet: to a second factor, or out again."""
    if is_proven(request):
        return render(request, "web/work/no_access.html", status=403)
    if has_factor(request.user):
        logout(request)
        messages.info(request, _("Log opnieuw in, met uw inlogcode."))
        return redirect(request.door.sign_in)
    return redirect("mfa_activate_totp")


def has_factor(account: Any, *types: str) -> bool:
    """Whether an account has any second factor, or one of these types."""
    held = Authenticator.objects.filter(user=account)
    return bool((held.filter(type__in=types) if types else held).exists())


@first_factor_only
@require_POST
def sign_out(request: Any) -> HttpResponse:
    request.session.flush()
    messages.success(request, _("U bent uitgelogd."))
    response = redirect(request.door.sign_in)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@first_factor_only
@require_POST
def stay(request: Any) -> HttpResponse:
    """ "Ik ben er nog": the idle time starts again."""
    request.session["seen"] = request.now.isoformat()
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect(request.door.home)
