"""A checked file waits half an hour for a yes: sealed, so that no BSN is kept in plain."""

import secrets
import zlib

from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.kernel.crypto import CannotOpen
from plein.kernel.refusal import Refusal
from plein.tenants.keys import open_under, seal_under

LIFE = 30 * 60  # seconds
_PURPOSE = "import"


class FileIsGone(Refusal):
    message = _("Wij bewaren een bestand een half uur. Kies het bestand opnieuw.")


def keep(upload: bytes, about: str, by: Staff) -> str:
    """Keep a file for this person and what it is `about`; returns the name to open it by."""
    token = secrets.token_hex(16)
    sealed = seal_under(
        by.municipality,
        zlib.compress(upload),
        purpose=_PURPOSE,
        context=_context(token, about, by),
    )
    cache.set(f"import-{token}", sealed, LIFE)
    return token


def open_kept(token: str, about: str, by: Staff) -> bytes:
    """Raises `FileIsGone`, also for somebody else's file."""
    sealed = cache.get(f"import-{token}")
    if sealed is None:
        raise FileIsGone
    context = _context(token, about, by)
    try:
        packed = open_under(by.municipality, sealed, purpose=_PURPOSE, context=context)
    except CannotOpen:
        raise FileIsGone from None
    return zlib.decompress(packed)


def forget(token: str) -> None:
    cache.delete(f"import-{token}")


def _context(token: str, about: str, by: Staff) -> str:
    return f"{token}|{about}|{by.pk}"
