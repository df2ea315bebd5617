"""What follows from signing in: its line in the log, the terms of the session, and its proof."""

import time
from typing import Any

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest

from plein.identity.models import Account
from plein.identity.signing_in import account_signed_in
from plein.web.sessions import begin


@receiver(user_logged_in, dispatch_uid="work.begin")
def start_terms(*, request: Any, user: Account, **_: object) -> None:
    if request is not None and hasattr(request, "now"):
        begin(request.session, request.now)
        if request.municipality is not None:  # the log is of a municipality
            account_signed_in(user, at=request.now)


@receiver(authenticator_added, dispatch_uid="work.proven")
def count_as_proven(*, request: HttpRequest, authenticator: Any, **_: object) -> None:
    """Who has just shown a code has shown it: it cannot be used again to ask for it once more.

    So the recovery codes, which come right after the first factor, open without another proof.
    """
    if authenticator.type in ("totp", "webauthn"):
        methods = request.session.get(AUTHENTICATION_METHODS_SESSION_KEY, [])
        proof = {"method": "mfa", "type": authenticator.type, "at": time.time()}
        methods.append(proof | {"reauthenticated": True})
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = methods
