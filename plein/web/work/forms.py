"""The forms of signing in, in our words."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ConfirmForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

APP_HINT = _("Die staat in de app op uw telefoon.")
EITHER_HINT = _(
    "Die staat in de app op uw telefoon. Een herstelcode van 8 cijfers kan hier ook, één keer."
)


def ask(
    form: forms.Form,
    name: str,
    label: Any,
    *,
    missing: Any,
    autocomplete: str,
    hint: Any = "",
    **attrs: object,
) -> None:
    """Put our words on a field of django-allauth, and take its placeholder away."""
    field = form.fields[name]
    form.use_required_attribute = False
    field.label, field.help_text = label, hint
    field.error_messages |= {"required": missing, "invalid": _NOT_AN_ADDRESS}
    field.widget.attrs |= {"autocomplete": autocomplete, "placeholder": False} | attrs


_NOT_AN_ADDRESS = _("Dit e-mailadres klopt niet. Bijvoorbeeld: naam@voorbeeld.nl")


def ask_for_address(form: forms.Form, name: str) -> None:
    missing = _("Vul uw e-mailadres in.")
    ask(form, name, _("E-mailadres"), missing=missing, autocomplete="username")


def ask_for_password(form: forms.Form, name: str, label: Any) -> None:
    ask(form, name, label, missing=_("Vul uw wachtwoord in."), autocomplete="current-password")


def ask_for_code(form: forms.Form, hint: Any, label: Any = None, **attrs: object) -> None:
    ask(
        form,
        "code",
        label or _("Inlogcode van 6 cijfers"),
        missing=_("Vul de code in die u ziet."),
        autocomplete="one-time-code",
        hint=hint,
        inputmode="numeric",
        **attrs,
    )


def ask_for_either_code(form: Any) -> None:
    """A code of the app or a recovery code; who has only passkeys has no app."""
    held = set(Authenticator.objects.filter(user=form.user).values_list("type", flat=True))
    focus = Authenticator.Type.WEBAUTHN not in held  # a passkey comes first on the page
    if Authenticator.Type.TOTP in held:
        ask_for_code(form, EITHER_HINT, autofocus=focus)
    else:
        label = _("Herstelcode van 8 cijfers")
        ask_for_code(form, _("Elke code werkt één keer."), label, autofocus=focus)


class WorkLoginForm(LoginForm):  # type: ignore[misc]
    """E-mail and password; the answer does not tell which of the two was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        ask_for_address(self, "login")
        ask_for_password(self, "password", _("Wachtwoord"))


class SecondFactorForm(AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_either_code(self)


class ActivateCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_code(self, APP_HINT)


class ConfirmByPasswordForm(ReauthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_password(self, "password", _("Wachtwoord"))


class ConfirmByCodeForm(ConfirmForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_either_code(self)
