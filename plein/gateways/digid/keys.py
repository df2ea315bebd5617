"""The key with which a municipality proves to the identity provider who it is."""

from joserfc.jwk import ECKey, KeySet, KeySetSerialization

SIGNING_ALGORITHM = "ES256"


def new_signing_key() -> str:
    """A private key (PEM), to be kept sealed. Each municipality has its own."""
    return ECKey.generate_key("P-256").as_pem(private=True).decode()


def read_signing_key(pem: str) -> ECKey:
    """The key, with a name (RFC 7638) that follows from the key itself."""
    key = ECKey.import_key(pem, {"use": "sig", "alg": SIGNING_ALGORITHM})
    key.ensure_kid()
    return key


def public_jwks(*pems: str) -> KeySetSerialization:
    """The public halves (RFC 7517) for the municipality's `jwks_uri`.

    More than one while a key is replaced: publish the new one first, sign with it later.
    """
    return KeySet([read_signing_key(pem) for pem in pems]).as_dict(private=False)
