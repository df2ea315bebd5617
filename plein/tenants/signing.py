"""The keys with which a municipality signs: its log, its receipts, its verklaringen.

The newest of a purpose signs; the public halves of all of them stay published, so that what an
older key signed can still be checked. The private half of an older one is destroyed.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from joserfc.jwk import ECKey

from plein.audit.actions import record
from plein.kernel.actor import system
from plein.kernel.sd_jwt.keys import Keys, new_key, public_part, read_key_set, read_pem, to_pem
from plein.tenants.keys import open_under, seal_under
from plein.tenants.models import Municipality, SigningKey, SigningPurpose
from plein.tenants.scope import current

WRAP = "sign"


def signing_key(purpose: SigningPurpose, *, at: datetime) -> ECKey:
    """The private key that signs now; the first time one is made."""
    newest = _of(purpose).last() or new_signing_key(purpose, at=at)
    pem = open_under(current(), newest.sealed, purpose=WRAP, context=context_of(newest))
    return read_pem(pem.decode())


@transaction.atomic
def new_signing_key(purpose: SigningPurpose, *, at: datetime) -> SigningKey:
    """Another key takes over."""
    Municipality.objects.select_for_update(no_key=True).get(pk=current().pk)  # one at a time
    before, key = _of(purpose).last(), new_key()
    made = SigningKey(
        municipality=current(),
        purpose=purpose,
        number=before.number + 1 if before else 1,
        public=public_part(key),
        made_at=at,
    )
    made.sealed = seal_under(
        current(), to_pem(key).encode(), purpose=WRAP, context=context_of(made)
    )
    made.save()
    _of(purpose).filter(number__lt=made.number).update(sealed=b"")
    record("tenants.signing_key.made", on=made, by=system("sleutels"), at=at, purpose=purpose)
    return made


def key_set(purpose: SigningPurpose) -> dict[str, Any]:
    """The public keys of now and before, for anybody to check with (RFC 7517)."""
    return {"keys": list(_of(purpose).values_list("public", flat=True))}


def known_keys(purpose: SigningPurpose) -> Keys:
    return read_key_set(key_set(purpose))


def context_of(key: SigningKey) -> str:
    """What its private half is bound to."""
    return f"{key.purpose}|{key.number}"


def _of(purpose: SigningPurpose) -> QuerySet[SigningKey]:
    return SigningKey.objects.filter(municipality=current(), purpose=purpose).order_by("number")
