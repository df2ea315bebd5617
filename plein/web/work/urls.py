"""Signing in for work: django-allauth's pages, at addresses of our own and with our policies."""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, path, re_path

from plein.web.policies import first_factor_only, public, worker_only
from plein.web.work import factors, recovery_codes, views
from plein.web.work.unprocessable import unprocessable

Guard = Callable[[Any], Any]


def work_urls(prefix: str) -> list[URLPattern]:
    """The addresses of signing in, below the prefix of a door."""

    def at(route: str, guard: Guard, view: Any, name: str) -> URLPattern:
        return path(prefix + route, guard(unprocessable(view)), name=name)

    return [
        at("inloggen/", public, views.Login.as_view(), "account_login"),
        at("inloggen/code/", public, views.SecondFactor.as_view(), "mfa_authenticate"),
        path(f"{prefix}inloggen/stoppen/", views.stop, name="stop-signing-in"),
        path(f"{prefix}inloggen/verder/", views.next_step, name="second-factor"),
        path(f"{prefix}uitloggen/", views.sign_out, name="sign-out"),
        path(f"{prefix}blijven/", views.stay, name="stay"),
        at("account/nieuw/", public, account.signup, "account_signup"),
        at("account/niet-actief/", public, account.account_inactive, "account_inactive"),
        at("account/", worker_only, mfa.index, "mfa_index"),
        *_password(at),
        _new_password(prefix),
        *_confirm(at),
        *_app(at),
        *_recovery_codes(at),
        *_passkeys(at),
    ]


def _password(at: Callable[..., URLPattern]) -> list[URLPattern]:
    here = "account/wachtwoord/"
    return [
        at(here, worker_only, account.password_change, "account_change_password"),
        at(here + "vergeten/", public, account.password_reset, "account_reset_password"),
        at(
            here + "vergeten/verstuurd/",
            public,
            account.password_reset_done,
            "account_reset_password_done",
        ),
        at(
            here + "klaar/",
            public,
            account.password_reset_from_key_done,
            "account_reset_password_from_key_done",
        ),
    ]


def _new_password(prefix: str) -> URLPattern:
    return re_path(
        rf"^{prefix}account/wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public(unprocessable(account.password_reset_from_key)),
        name="account_reset_password_from_key",
    )


def _confirm(at: Callable[..., URLPattern]) -> list[URLPattern]:
    """ "Bent u het nog?", before something that matters. With a password: also the first time."""
    here = "account/bevestig/"
    return [
        at(here, first_factor_only, account.reauthenticate, "account_reauthenticate"),
        at(here + "code/", worker_only, factors.ConfirmByCode.as_view(), "mfa_reauthenticate"),
        at(
            here + "passkey/",
            worker_only,
            factors.ConfirmByPasskey.as_view(),
            "mfa_reauthenticate_webauthn",
        ),
    ]


def _app(at: Callable[..., URLPattern]) -> list[URLPattern]:
    here = "account/inlogcode/"
    activate, replace = factors.ActivateApp.as_view(), factors.ReplaceApp.as_view()
    return [
        at(here + "app/", first_factor_only, activate, "mfa_activate_totp"),
        at(here + "andere-app/", worker_only, replace, "replace-app"),
        at(here + "app/weg/", worker_only, factors.DeactivateApp.as_view(), "mfa_deactivate_totp"),
    ]


def _recovery_codes(at: Callable[..., URLPattern]) -> list[URLPattern]:
    here = "account/herstelcodes/"
    new, save = recovery_codes.NewCodes.as_view(), recovery_codes.SaveCodes.as_view()
    return [
        at(here, worker_only, codes.view_recovery_codes, "mfa_view_recovery_codes"),
        at(here + "nieuw/", worker_only, new, "mfa_generate_recovery_codes"),
        at(here + "bewaren/", worker_only, save, "mfa_download_recovery_codes"),
    ]


def _passkeys(at: Callable[..., URLPattern]) -> list[URLPattern]:
    here = "account/passkeys/"
    remove = factors.RemovePasskey.as_view()
    return [
        at(here, worker_only, passkeys.list_webauthn, "mfa_list_webauthn"),
        at(here + "erbij/", worker_only, passkeys.add_webauthn, "mfa_add_webauthn"),
        at(here + "<int:pk>/weg/", worker_only, remove, "mfa_remove_webauthn"),
        at(here + "<int:pk>/naam/", worker_only, passkeys.edit_webauthn, "mfa_edit_webauthn"),
    ]
