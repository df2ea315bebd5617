"""The seals of a municipality: made with its own key, exported, and checked."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from plein.audit.actions import record
from plein.audit.chains import wrong_links
from plein.audit.findings import Finding
from plein.audit.models import Seal
from plein.audit.seal_check import Kept, changed_under, unlike_kept, without_seal, wrong_seals
from plein.audit.seals import seal_days, text_of
from plein.kernel.actor import Actor
from plein.kernel.signature import public_bytes
from plein.tenants.keys import signing_key
from plein.tenants.models import Municipality
from plein.tenants.scope import current


def seal_log(today: date, *, by: Actor, at: datetime) -> int:
    """Seal the days before today that have no seal yet; how many."""
    municipality = current()
    yesterday = today - timedelta(days=1)
    made = seal_days(municipality.pk, yesterday, key=_key(municipality), at=at)
    for seal in made:
        record("audit.seal.made", on=seal, by=by, at=at)
    return len(made)


def exported_seals() -> Iterator[str]:
    """Every seal as a line of JSON: what was signed, the signature, and the key to check it."""
    municipality = current()
    key = public_bytes(_key(municipality).public_key()).hex()
    for seal in Seal.objects.filter(municipality_id=municipality.pk).order_by("day"):
        yield json.dumps(
            {
                "municipality": municipality.slug,
                "day": seal.day.isoformat(),
                "text": text_of(seal),
                "signature": bytes(seal.signature).hex(),
                "key": key,
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
    key = _key(municipality).public_key()
    return chain(
        wrong_links(municipality.pk),
        wrong_seals(municipality.pk, key=key),
        unlike_kept(municipality.pk, kept),
        without_seal(municipality.pk, at),
    )


def wrong_on_day(day: date, kept: dict[date, Kept]) -> Iterator[Finding]:
    """The same for what one seal covers."""
    municipality = current()
    key = _key(municipality).public_key()
    kept = {on: copy for on, copy in kept.items() if on == day}
    return chain(
        changed_under(municipality.pk, day),
        wrong_seals(municipality.pk, key=key, day=day),
        unlike_kept(municipality.pk, kept),
    )


def _key(municipality: Municipality) -> EllipticCurvePrivateKey:
    return signing_key(municipality, "log")
