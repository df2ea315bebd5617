"""The forms of signing in, in our words."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

CODE = {
    "autocomplete": "one-time-code",
    "inputmode": "numeric",
    "autofocus": True,
    "placeholder": False,
}


class WorkLoginForm(LoginForm):  # type: ignore[misc]
    """E-mail and password; the answer does not tell which of the two was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("remember", None)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label = _("E-mailadres"), _("Wachtwoord")
        login.error_messages = {
            "required": _("Vul uw e-mailadres in."),
            "invalid": _("Dit e-mailadres klopt niet. Bijvoorbeeld: naam@voorbeeld.nl"),
        }
        password.error_messages = {"required": _("Vul uw wachtwoord in.")}
        password.help_text = ""
        for field, token in ((login, "username"), (password, "current-password")):
            field.widget.attrs.update({"autocomplete": token, "placeholder": False})


def _ask_for_code(form: forms.Form) -> None:
    code = form.fields["code"]
    code.label = _("Code van 6 cijfers")
    code.error_messages = {"required": _("Vul de code in die u ziet.")}
    code.widget.attrs.update(CODE)


class SecondFactorForm(AuthenticateForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self)


class ActivateCodeForm(ActivateTOTPForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_code(self)
