"""How django-allauth behaves at our working doors."""

import base64
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plein.kernel.crypto import derive, seal, unseal
from plein.web.safe_next import pop_next

_CONTEXT = "second factor"
FRESH = timedelta(minutes=5)


class WorkAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People of work are invited; they come back to the door they came in by."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw."
        ),
        "too_many_login_attempts": _(
            "U probeerde het te vaak. Wacht 5 minuten en probeer opnieuw."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Not for the first second factor, right after the password was given."""
        return not _is_first_enrolment(context.request) and bool(
            super().is_reauthentication_required(app=app, **more)
        )

    def get_login_redirect_url(self, request: Any) -> str:
        return pop_next(request) or reverse(request.door.home)

    def get_logout_redirect_url(self, request: Any) -> str:
        return reverse(request.door.sign_in)

    def get_password_change_redirect_url(self, request: Any) -> str:
        return reverse(request.door.home)


class WorkMfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are sealed; the last factor stays."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet, of is al gebruikt. Wacht op een nieuwe code."),
        "cannot_delete_authenticator": _("Dit is uw laatste tweede slot. Maak eerst een ander."),
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal(_key(), text.encode(), context=_CONTEXT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(_key(), base64.b64decode(encrypted_text), context=_CONTEXT).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        proofs = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        others = Authenticator.objects.filter(user=authenticator.user, type__in=proofs)
        return bool(others.exclude(pk=authenticator.pk).exists())


def _is_first_enrolment(request: Any) -> bool:
    began = request.session.get("began")
    if not began or request.now - datetime.fromisoformat(began) > FRESH:
        return False
    return not Authenticator.objects.filter(user=request.user).exists()


def _key() -> bytes:
    return derive(settings.MASTER_KEY, _CONTEXT)
