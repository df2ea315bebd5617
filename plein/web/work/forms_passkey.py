"""The forms of passkeys: made, named, and shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from plein.web.work.forms import ask

LONGEST_NAME = 60


@contextmanager
def refuses_what_is_no_passkey() -> Iterator[None]:
    """What a browser never sends is refused; django-allauth would break on it."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError):
        raise get_adapter().validation_error("incorrect_code") from None


class ShowPasskeyForm(AuthenticateWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Authenticator:
        with refuses_what_is_no_passkey():
            return super().clean_credential()


class ConfirmByPasskeyForm(ReauthenticateWebAuthnForm):  # type: ignore[misc]
    def clean_credential(self) -> Authenticator:
        with refuses_what_is_no_passkey():
            return super().clean_credential()


def _ask_for_name(form: forms.Form) -> None:
    ask(
        form,
        "name",
        _("Naam van de passkey"),
        missing=_("Geef de passkey een naam."),
        autocomplete="off",
        hint=_("Zo herkent u hem later. Bijvoorbeeld: mijn telefoon."),
        maxlength=LONGEST_NAME,
    )
    shorter = _("Kies een kortere naam, van hooguit 60 tekens.")
    form.fields["name"].validators.append(MaxLengthValidator(LONGEST_NAME, shorter))


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_name(self)

    def clean(self) -> dict[str, Any]:
        with refuses_what_is_no_passkey():
            return dict(super().clean())


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_name(self)
