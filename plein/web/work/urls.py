"""Signing in for work: django-allauth's pages, at addresses of our own and with our policies."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import URLPattern, path, re_path

from plein.web.policies import first_factor_only, public, worker_only
from plein.web.work import views


def work_urls(prefix: str) -> list[URLPattern]:
    """The addresses of signing in, below the prefix of a door."""
    return [
        path(f"{prefix}inloggen/", public(views.Login.as_view()), name="account_login"),
        path(
            f"{prefix}inloggen/code/", public(views.SecondFactor.as_view()), name="mfa_authenticate"
        ),
        path(f"{prefix}inloggen/verder/", views.next_step, name="second-factor"),
        path(f"{prefix}uitloggen/", views.sign_out, name="sign-out"),
        path(f"{prefix}blijven/", views.stay, name="stay"),
        *_password(f"{prefix}account/"),
        *_factors(f"{prefix}account/"),
    ]


def _password(prefix: str) -> list[URLPattern]:
    return [
        path(f"{prefix}nieuw/", public(account.signup), name="account_signup"),
        path(f"{prefix}niet-actief/", public(account.account_inactive), name="account_inactive"),
        path(
            f"{prefix}wachtwoord/",
            worker_only(account.password_change),
            name="account_change_password",
        ),
        path(
            f"{prefix}wachtwoord/vergeten/",
            public(account.password_reset),
            name="account_reset_password",
        ),
        path(
            f"{prefix}wachtwoord/vergeten/verstuurd/",
            public(account.password_reset_done),
            name="account_reset_password_done",
        ),
        re_path(
            rf"^{prefix}wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
            public(account.password_reset_from_key),
            name="account_reset_password_from_key",
        ),
        path(
            f"{prefix}wachtwoord/klaar/",
            public(account.password_reset_from_key_done),
            name="account_reset_password_from_key_done",
        ),
        path(
            f"{prefix}bevestig/",
            first_factor_only(account.reauthenticate),
            name="account_reauthenticate",
        ),
        path(f"{prefix}uit/", first_factor_only(account.logout), name="account_logout"),
    ]


def _factors(prefix: str) -> list[URLPattern]:
    """Adding the first factor needs the password only; everything else needs a factor."""
    return [
        path(f"{prefix}inlogcode/", worker_only(mfa.index), name="mfa_index"),
        path(
            f"{prefix}inlogcode/bevestig/",
            worker_only(mfa.reauthenticate),
            name="mfa_reauthenticate",
        ),
        path(
            f"{prefix}inlogcode/app/",
            first_factor_only(totp.activate_totp),
            name="mfa_activate_totp",
        ),
        path(
            f"{prefix}inlogcode/app/weg/",
            worker_only(totp.deactivate_totp),
            name="mfa_deactivate_totp",
        ),
        path(
            f"{prefix}noodcodes/",
            worker_only(codes.view_recovery_codes),
            name="mfa_view_recovery_codes",
        ),
        path(
            f"{prefix}noodcodes/nieuw/",
            worker_only(codes.generate_recovery_codes),
            name="mfa_generate_recovery_codes",
        ),
        path(
            f"{prefix}noodcodes/bewaren/",
            worker_only(codes.download_recovery_codes),
            name="mfa_download_recovery_codes",
        ),
        path(f"{prefix}passkeys/", worker_only(passkeys.list_webauthn), name="mfa_list_webauthn"),
        path(
            f"{prefix}passkeys/erbij/", worker_only(passkeys.add_webauthn), name="mfa_add_webauthn"
        ),
        path(
            f"{prefix}passkeys/bevestig/",
            worker_only(passkeys.reauthenticate_webauthn),
            name="mfa_reauthenticate_webauthn",
        ),
        path(
            f"{prefix}passkeys/<int:pk>/weg/",
            worker_only(passkeys.remove_webauthn),
            name="mfa_remove_webauthn",
        ),
        path(
            f"{prefix}passkeys/<int:pk>/naam/",
            worker_only(passkeys.edit_webauthn),
            name="mfa_edit_webauthn",
        ),
    ]
