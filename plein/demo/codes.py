"""The one-time codes of the demo's own cast: shown on screen, and only in the demo."""

import base64
import hmac
import time
from hashlib import sha1, sha256

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from plein.identity.models import Account

DOMAIN = "@plein.example"  # RFC 2606: no real address ends like this
_PERIOD, _DIGITS = 30, 6


def demo_secret(email: str) -> str:
    """The secret of a demo account (base32); it follows from the installation's own key."""
    digest = hmac.new(settings.MASTER_KEY, f"demo|{email}".encode(), sha256).digest()
    return base64.b32encode(digest[:20]).decode()


def enrol_demo(account: Account) -> None:
    """Give a demo account its second factor."""
    secret = get_adapter().encrypt(demo_secret(account.email))
    Authenticator.objects.create(
        user=account, type=Authenticator.Type.TOTP, data={"secret": secret}
    )


def current_code(account: Account) -> str | None:
    """The code of this moment (RFC 6238), for the demo's cast; None everywhere else."""
    if not settings.DEMO or not account.email.endswith(DOMAIN):
        return None
    key = base64.b32decode(demo_secret(account.email))
    counter = int(time.time() // _PERIOD).to_bytes(8, "big")
    digest = hmac.new(key, counter, sha1).digest()
    offset = digest[-1] & 0x0F
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**_DIGITS:0{_DIGITS}d}"
