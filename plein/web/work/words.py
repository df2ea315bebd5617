"""What we say where django-allauth would speak for itself."""

from django.utils.translation import gettext_lazy as _

TOO_OFTEN = _("U probeerde het te vaak. Wacht 5 minuten en probeer opnieuw.")
WRONG_CODE = _("Deze code klopt niet, of is al gebruikt. Wacht op een nieuwe code.")

MISTAKES = {
    "email_password_mismatch": _(
        "Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw."
    ),
    "enter_current_password": _("Dit is niet uw wachtwoord van nu. Probeer het opnieuw."),
    "incorrect_password": _("Dit wachtwoord klopt niet. Probeer het opnieuw."),
    "rate_limited": TOO_OFTEN,
    "too_many_login_attempts": TOO_OFTEN,
}
WEAK_PASSWORD = {
    "password_too_short": _("Dit wachtwoord is te kort. Kies er een van minstens 12 tekens."),
    "password_too_common": _("Dit wachtwoord is makkelijk te raden. Kies een ander."),
    "password_too_similar": _("Dit wachtwoord lijkt op uw naam of e-mailadres. Kies een ander."),
}
CONFIRM_BY = {
    "reauthenticate": _("Met uw wachtwoord"),
    "mfa_reauthenticate": _("Met een inlogcode of herstelcode"),
    "mfa_reauthenticate:webauthn": _("Met een passkey"),
}
