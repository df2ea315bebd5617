"""The second factors of somebody's own account: none is lost, and none is added unproven."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import FormView

from plein.demo.codes import current_code
from plein.identity.models import Account
from plein.web.second_factor import is_proven
from plein.web.work.views import has_factor


def lock(account: Any) -> None:
    """Two changes to the factors of one account wait for each other."""
    Account.objects.select_for_update().get(pk=account.pk)


class ActivateApp(ActivateTOTPView):  # type: ignore[misc]
    """The very first factor needs the password only; every other one a factor."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_proven(request) and has_factor(request.user):
            return redirect("second-factor")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class ReplaceApp(ActivateTOTPView):  # type: ignore[misc]
    """On a new phone: the old app stops when the new one has shown a code."""

    @method_decorator(reauthentication_required(app="allauth.mfa"))
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return FormView.dispatch(self, request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "replaces": True}

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponseBase:
        lock(self.request.user)
        Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.TOTP).delete()
        response: HttpResponseBase = super().form_valid(form)
        return response


class DeactivateApp(DeactivateTOTPView):  # type: ignore[misc]
    """Its form has nothing to fill in: it is wrong when the app is the last factor."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "is_last": bool(context["form"].errors), "form": None}

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        lock(request.user)
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response

    def form_invalid(self, form: Any) -> HttpResponseBase:
        messages.error(self.request, _("Zonder deze app kunt u niet meer inloggen."))
        return redirect("mfa_index")


class RemovePasskey(RemoveWebAuthnView):  # type: ignore[misc]
    """django-allauth asks this of the app only; we ask it of a passkey too."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_last = not get_adapter().can_delete_authenticator(self.object)
        return {**super().get_context_data(**kwargs), "is_last": is_last}

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        lock(request.user)
        if not get_adapter().can_delete_authenticator(self.get_object()):
            messages.error(request, _("Zonder deze passkey kunt u niet meer inloggen."))
            return redirect("mfa_list_webauthn")
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response


class ConfirmByCode(ReauthenticateView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        code = current_code(self.request.user)
        return {**super().get_context_data(**kwargs), "demo_code": code}


class ConfirmByPasskey(ReauthenticateWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Any) -> HttpResponseBase:
        """Back to the same page, which asks for another proof."""
        messages.error(self.request, _("De passkey werkte niet. Probeer het opnieuw."))
        return redirect(self.passthrough_next_url(self.request.path))
