"""ES256: signatures that anybody can check with the public key (RFC 7518 3.4)."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

_HALF = 32  # bytes of r, and of s


def sign(key: EllipticCurvePrivateKey, message: bytes) -> bytes:
    r, s = decode_dss_signature(key.sign(message, ECDSA(SHA256())))
    return r.to_bytes(_HALF) + s.to_bytes(_HALF)


def is_signed(key: EllipticCurvePublicKey, message: bytes, signature: bytes) -> bool:
    r, s = (int.from_bytes(half) for half in (signature[:_HALF], signature[_HALF:]))
    try:
        key.verify(encode_dss_signature(r, s), message, ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def public_bytes(key: EllipticCurvePublicKey) -> bytes:
    """The point, uncompressed (SEC 1, 2.3.3): what an outsider needs to check a signature."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
