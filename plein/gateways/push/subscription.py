"""Where one browser wants its messages, and the keys that only it can open them with."""

from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from django.utils.translation import gettext_lazy as _

from plein.gateways.back_channel import is_safe
from plein.gateways.push.vapid import unpadded
from plein.kernel.refusal import Refusal

LONGEST, SECRET = 2000, 16  # characters of an address, bytes of a secret


class NoSubscription(Refusal):
    message = _(
        "Dit apparaat kan geen seintje krijgen. Probeer het op een ander apparaat of met een "
        "andere browser."
    )


@dataclass(frozen=True, slots=True)
class Subscription:
    """As `PushSubscription.toJSON()` gives it; all of it is personal."""

    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)

    @property
    def public_key(self) -> bytes:
        return unpadded(self.p256dh)

    @property
    def secret(self) -> bytes:
        return unpadded(self.auth)


def checked(given: Subscription, *, services: Collection[str]) -> Subscription:
    """Only to services that we know, so that nobody has us call an address of theirs.

    `services` are host names; one with a dot in front stands for all below it. Raises
    `NoSubscription`.
    """
    try:
        host = urlsplit(given.endpoint).hostname or ""
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), given.public_key)
        has_secret = len(given.secret) == SECRET
    except ValueError:
        raise NoSubscription from None
    is_known = any(
        host.endswith(name) if name.startswith(".") else host == name for name in services
    )
    if not (is_known and has_secret and is_safe(given.endpoint)) or len(given.endpoint) > LONGEST:
        raise NoSubscription
    return given
