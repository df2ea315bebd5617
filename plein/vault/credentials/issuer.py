"""The municipality as issuer: its address, and the key with which it signs."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from joserfc.jwk import ECKey

from plein.audit.actions import record
from plein.kernel.actor import system
from plein.kernel.crypto import seal, unseal
from plein.kernel.sd_jwt.keys import Keys, new_key, public_part, read_key_set, read_pem, to_pem
from plein.tenants.keys import municipality_key
from plein.tenants.models import Municipality
from plein.tenants.scope import current
from plein.vault.models import IssuerKey

_PURPOSE = "verklaringen"


def address_of(municipality: Municipality) -> str:
    """Who signs (`iss`): where the municipality is found, without a slash at the end."""
    if settings.HTTPS:
        return f"https://{municipality.host}"
    return f"http://{municipality.host}:{settings.PORT}"


def signing_key(*, at: datetime) -> ECKey:
    """The key that signs now; the first time one is made."""
    newest = IssuerKey.objects.order_by("-number").first() or new_issuer_key(at=at)
    key = municipality_key(current(), _PURPOSE)
    return read_pem(unseal(key, newest.sealed, context=_context(newest.number)).decode())


@transaction.atomic
def new_issuer_key(*, at: datetime) -> IssuerKey:
    """Another key. What was signed with an older one stays good: that stays published."""
    Municipality.objects.select_for_update(no_key=True).get(pk=current().pk)  # one at a time
    last = IssuerKey.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    key = new_key()
    sealed = seal(
        municipality_key(current(), _PURPOSE), to_pem(key).encode(), context=_context(number)
    )
    made = IssuerKey.objects.create(
        number=number, sealed=sealed, public=public_part(key), made_at=at
    )
    record("vault.issuer_key.made", on=made, by=system("verklaringen"), at=at, number=number)
    return made


def key_set() -> dict[str, Any]:
    """All public keys (RFC 7517): also of before, for as long as something of theirs holds."""
    return {"keys": list(IssuerKey.objects.order_by("number").values_list("public", flat=True))}


def known_keys() -> Keys:
    return read_key_set(key_set())


def _context(number: int) -> str:
    return f"issuer|{number}"
