"""How django-allauth behaves at our working doors."""

import base64
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from plein.identity.models import Account
from plein.tenants.master import open_with_master, seal_with_master
from plein.web.safe_next import pop_next
from plein.web.work.words import CONFIRM_BY, MISTAKES, WEAK_PASSWORD, WRONG_CODE

_CONTEXT = "second factor"
FRESH = timedelta(minutes=5)


class WorkAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """People of work are invited; they come back to the door they came in by."""

    error_messages = {**DefaultAccountAdapter.error_messages, **MISTAKES}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Not for the first second factor, right after the password was given."""
        return not _is_first_enrolment(context.request) and bool(
            super().is_reauthentication_required(app=app, **more)
        )

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        ways = super().get_reauthentication_methods(user)
        return [way | {"description": CONFIRM_BY[way["id"]]} for way in ways]

    def clean_password(self, password: str, user: Account | None = None) -> str:
        try:
            return str(super().clean_password(password, user))
        except ValidationError as weak:
            words = [WEAK_PASSWORD[str(each.code)] for each in weak.error_list]
            raise ValidationError(words) from None

    def get_login_redirect_url(self, request: Any) -> str:
        return pop_next(request) or reverse(request.door.home)

    def get_logout_redirect_url(self, request: Any) -> str:
        return reverse(request.door.sign_in)

    def get_password_change_redirect_url(self, request: Any) -> str:
        return reverse("mfa_index")


class WorkMfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are sealed; the last factor stays."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        sealed = seal_with_master(text.encode(), context=_CONTEXT, purpose=_CONTEXT)
        return base64.b64encode(sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        sealed = base64.b64decode(encrypted_text)
        return open_with_master(sealed, context=_CONTEXT, purpose=_CONTEXT).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        proofs = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
        others = Authenticator.objects.filter(user=authenticator.user, type__in=proofs)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def generate_authenticator_name(self, user: Account, type: str) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey belongs to one host, so to one municipality or to the installation."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        here = context.request.municipality
        return entity | {"name": f"Plein, {_('gemeente')} {here.name}" if here else "Plein"}


def _is_first_enrolment(request: Any) -> bool:
    began = request.session.get("began")
    if not began or request.now - datetime.fromisoformat(began) > FRESH:
        return False
    return not Authenticator.objects.filter(user=request.user).exists()
