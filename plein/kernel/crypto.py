"""Sealing values: AES-256-GCM with a key per resident, wrapped per municipality.

    master key (a file or secret outside the database)
      └─ key of a municipality, wrapped by the master key
           └─ data key of a resident or household, wrapped by the municipality's key

The context (municipality, subject, element) goes in as associated data: a value that is moved
to another row does not open. Blind indexes are HMACs under a key derived per municipality.
"""

import hmac
from hashlib import sha256
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_NONCE_BYTES = 12
_VERSION = b"\x01"  # of the layout: version, nonce, ciphertext with tag


Sealed = bytes | memoryview  # as a database field gives it


class CannotOpen(Exception):
    """The key or the context does not fit this value, or the value was changed."""


def new_key() -> bytes:
    return urandom(KEY_BYTES)


def seal(key: bytes, plain: bytes, *, context: str) -> bytes:
    nonce = urandom(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, plain, context.encode())


def unseal(key: bytes, sealed: Sealed, *, context: str) -> bytes:
    """Open a value. Raises `CannotOpen`."""
    sealed = bytes(sealed)
    if not sealed.startswith(_VERSION):
        raise CannotOpen
    nonce, cipher = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, cipher, context.encode())
    except (InvalidTag, ValueError):
        raise CannotOpen from None


def derive(key: bytes, purpose: str) -> bytes:
    """A key for one purpose, from which neither the source nor its siblings follow."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=purpose.encode()).derive(key)


def blind_index(key: bytes, value: str) -> bytes:
    """A keyed digest to find a value by, without keeping the value."""
    return hmac.new(key, value.encode(), sha256).digest()
