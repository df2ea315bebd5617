"""The master key: outside the database, and changed without a stop.

While it changes, `PLEIN_MASTER_KEY_OLD` holds the one before: what is still sealed with it opens,
and `rotate_keys` seals it anew.
"""

from django.conf import settings

from plein.kernel.crypto import CannotOpen, Sealed, derive, seal, unseal


def seal_with_master(plain: bytes, *, context: str, purpose: str = "") -> bytes:
    return seal(_keys(purpose)[0], plain, context=context)


def open_with_master(sealed: Sealed, *, context: str, purpose: str = "") -> bytes:
    """With the key of now, else with the one before. Raises `CannotOpen`."""
    for key in _keys(purpose):
        try:
            return unseal(key, sealed, context=context)
        except CannotOpen:
            continue
    raise CannotOpen


def _keys(purpose: str) -> list[bytes]:
    masters = [settings.MASTER_KEY, *settings.OLD_MASTER_KEYS]
    return [derive(master, purpose) if purpose else master for master in masters]
