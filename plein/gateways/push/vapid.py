"""Who sends, for a push service (VAPID, RFC 8292)."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from joserfc import jwt
from joserfc.jwk import ECKey

LASTS = timedelta(hours=12)  # a service takes at most 24


class VapidKey:
    """The key of this installation. `text` is the private number, 32 bytes as base64url."""

    def __init__(self, text: str) -> None:
        number = int.from_bytes(unpadded(text))
        self._key = ec.derive_private_key(number, ec.SECP256R1())

    @property
    def public(self) -> str:
        """As a browser wants it: `applicationServerKey`."""
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return urlsafe_b64encode(point).rstrip(b"=").decode()

    def authorization(self, endpoint: str, *, contact: str, at: datetime) -> str:
        """The header for a message to this address; `contact` is a mailto: or https: address."""
        parts = urlsplit(endpoint)
        claims = {
            "aud": f"{parts.scheme}://{parts.netloc}",
            "exp": int((at + LASTS).timestamp()),
            "sub": contact,
        }
        pem = self._key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        token = jwt.encode({"typ": "JWT", "alg": "ES256"}, claims, ECKey.import_key(pem))
        return f"vapid t={token}, k={self.public}"


def new_key() -> str:
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return urlsafe_b64encode(number.to_bytes(32)).rstrip(b"=").decode()


def key_from(secret: str) -> str:
    """The same key for the same secret."""
    return urlsafe_b64encode(sha256(f"vapid:{secret}".encode()).digest()).rstrip(b"=").decode()


def unpadded(text: str) -> bytes:
    """base64url without `=` at its end. Raises `ValueError`."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
