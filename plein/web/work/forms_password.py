"""The forms of a new password."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms
from django.utils.translation import gettext_lazy as _

from plein.web.work.forms import ask, ask_for_address, ask_for_password


class TwiceTheSame:
    """A new password, given twice: nobody sees what they type."""

    cleaned_data: dict[str, Any]

    def ask_twice(self: Any) -> None:
        ask(
            self,
            "password1",
            _("Nieuw wachtwoord"),
            missing=_("Kies een nieuw wachtwoord."),
            autocomplete="new-password",
            hint=_("Minstens 12 tekens. Een zin van een paar woorden onthoudt u goed."),
        )
        ask(
            self,
            "password2",
            _("Nieuw wachtwoord, nog een keer"),
            missing=_("Vul het nieuwe wachtwoord nog een keer in."),
            autocomplete="new-password",
        )

    def clean_password2(self) -> str:
        first, second = self.cleaned_data.get("password1"), self.cleaned_data["password2"]
        if first and first != second:
            raise forms.ValidationError(
                _("De twee wachtwoorden zijn niet hetzelfde. Vul ze opnieuw in.")
            )
        return str(second)


class WorkChangePasswordForm(TwiceTheSame, ChangePasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_password(self, "oldpassword", _("Wachtwoord van nu"))
        self.ask_twice()


class ForgottenPasswordForm(ResetPasswordForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_for_address(self, "email")


class NewPasswordForm(TwiceTheSame, ResetPasswordKeyForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_twice()
