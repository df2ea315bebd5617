"""The seals of a municipality: made with its own key, exported, and checked."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain
from typing import cast

from cryptography.hazmat.primitives.asymmetric.ec import (
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)

from plein.audit.actions import record
from plein.audit.chains import wrong_links
from plein.audit.findings import Finding
from plein.audit.models import Seal
from plein.audit.seal_check import Kept, changed_under, unlike_kept, without_seal, wrong_seals
from plein.audit.seals import seal_days, text_of
from plein.kernel.actor import Actor
from plein.kernel.signature import is_signed, public_bytes
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import current
from plein.tenants.signing import known_keys, signing_key


def seal_log(today: date, *, by: Actor, at: datetime) -> int:
    """Seal the days before today that have no seal yet; how many."""
    municipality = current()
    yesterday = today - timedelta(days=1)
    made = seal_days(municipality.pk, yesterday, key=_private_key(at), at=at)
    for seal in made:
        record("audit.seal.made", on=seal, by=by, at=at)
    return len(made)


def exported_seals() -> Iterator[str]:
    """Every seal as a line of JSON: what was signed, the signature, and the key to check it."""
    municipality = current()
    keys = _public_keys()
    for seal in Seal.objects.filter(municipality_id=municipality.pk).order_by("day"):
        yield json.dumps(
            {
                "municipality": municipality.slug,
                "day": seal.day.isoformat(),
                "text": text_of(seal),
                "signature": bytes(seal.signature).hex(),
                "key": _signer(seal, keys),
            }
        )


def kept_seals(exported: Iterable[str]) -> dict[date, Kept]:
    """Of an export, the seals of the municipality we work for."""
    rows = [json.loads(line) for line in exported if line.strip()]
    own = [row for row in rows if row["municipality"] == current().slug]
    return {
        date.fromisoformat(row["day"]): Kept(row["text"], bytes.fromhex(row["signature"]))
        for row in own
    }


def wrong_in_log(kept: dict[date, Kept], *, at: datetime) -> Iterator[Finding]:
    """Everything that is wrong with the log, line by line and then seal by seal."""
    municipality = current()
    return chain(
        wrong_links(municipality.pk),
        wrong_seals(municipality.pk, keys=_public_keys()),
        unlike_kept(municipality.pk, kept),
        without_seal(municipality.pk, at),
    )


def wrong_on_day(day: date, kept: dict[date, Kept]) -> Iterator[Finding]:
    """The same for what one seal covers."""
    municipality = current()
    kept = {on: copy for on, copy in kept.items() if on == day}
    return chain(
        changed_under(municipality.pk, day),
        wrong_seals(municipality.pk, keys=_public_keys(), day=day),
        unlike_kept(municipality.pk, kept),
    )


def _private_key(at: datetime) -> EllipticCurvePrivateKey:
    return cast(EllipticCurvePrivateKey, signing_key(SigningPurpose.LOG, at=at).private_key)


def _public_keys() -> list[EllipticCurvePublicKey]:
    """Of now and of before: a seal stays signed when another key takes over."""
    return [key.public_key for key in known_keys(SigningPurpose.LOG).values()]


def _signer(seal: Seal, keys: list[EllipticCurvePublicKey]) -> str:
    """The key that this seal fits, in hex; empty for a seal that fits none."""
    text, signature = text_of(seal).encode(), bytes(seal.signature)
    return next((public_bytes(key).hex() for key in keys if is_signed(key, text, signature)), "")
