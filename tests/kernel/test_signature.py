from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePublicKey,
    generate_private_key,
)
from joserfc import jws
from joserfc.jwk import ECKey

from plein.kernel.signature import is_signed, public_bytes, sign

KEY = generate_private_key(SECP256R1())


def test_what_is_signed_is_recognised():
    assert is_signed(KEY.public_key(), b"zegel", sign(KEY, b"zegel"))


def test_one_bit_in_the_message_or_the_signature_shows():
    signature = sign(KEY, b"zegel")
    bent = bytes([signature[0] ^ 1]) + signature[1:]

    assert not is_signed(KEY.public_key(), b"zegeL", signature)
    assert not is_signed(KEY.public_key(), b"zegel", bent)
    assert not is_signed(KEY.public_key(), b"zegel", b"")


def test_another_key_does_not_sign_for_us():
    other = generate_private_key(SECP256R1())

    assert not is_signed(KEY.public_key(), b"zegel", sign(other, b"zegel"))


def test_the_key_can_be_read_from_its_public_bytes():
    point = public_bytes(KEY.public_key())
    read = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)

    assert is_signed(read, b"zegel", sign(KEY, b"zegel"))


def test_another_library_recognises_what_we_sign_and_the_other_way_round():
    theirs = ECKey.import_key(KEY)
    head, body, signature = jws.serialize_compact({"alg": "ES256"}, b"zegel", theirs).split(".")
    message = f"{head}.{body}".encode()
    ours = urlsafe_b64encode(sign(KEY, message)).decode().rstrip("=")

    assert is_signed(KEY.public_key(), message, urlsafe_b64decode(signature + "=="))
    assert jws.deserialize_compact(f"{head}.{body}.{ours}", theirs).payload == b"zegel"
