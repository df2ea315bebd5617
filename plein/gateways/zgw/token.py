"""The token of each call: a JWT of an hour, signed with a secret that both sides know."""

from dataclasses import dataclass, field
from time import time

from django.utils.translation import gettext_lazy as _
from joserfc import jwt
from joserfc.jwk import OctKey

from plein.kernel.refusal import Refusal

SHORTEST = 32  # characters of a secret
ALGORITHM = "HS256"


class SecretTooShort(Refusal):
    message = _("Het geheim moet minstens {shortest} tekens lang zijn.")


@dataclass(frozen=True, slots=True)
class Credentials:
    """Raises `SecretTooShort`."""

    client_id: str
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) < SHORTEST:
            raise SecretTooShort(shortest=SHORTEST)

    def token(self, user: str) -> str:
        """`user` is a pseudonym, for the logs of the other side; never a BSN."""
        claims = {
            "iss": self.client_id,
            "iat": int(time()),
            "client_id": self.client_id,
            "user_id": user,
            "user_representation": "Plein",
        }
        key = OctKey.import_key(self.secret)
        return jwt.encode({"alg": ALGORITHM}, claims, key, algorithms=[ALGORITHM])
