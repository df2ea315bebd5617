"""A seal on each day of the log: made once, signed, and chained to the seal before it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from json import dumps

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from django.db import connection, transaction

from plein.audit.adding import SEALING
from plein.audit.merkle import Tree
from plein.audit.models import Look, Seal
from plein.audit.streams import digests_between, ends_between
from plein.kernel.clock import day_after, local_day, start_of
from plein.kernel.signature import sign


@dataclass(frozen=True, slots=True)
class Contents:
    """What a seal covers: how many lines, in how many chains, and the root over both."""

    lines: int
    chains: int
    root: bytes


def seal_days(
    municipality_id: int, last: date, *, key: EllipticCurvePrivateKey, at: datetime
) -> list[Seal]:
    """Seal every day up to and including `last` that has no seal yet, oldest first."""
    day, made = _first_unsealed(municipality_id, last), []
    while day <= last:
        if seal := _seal_day(municipality_id, day, key=key, at=at):
            made.append(seal)
        day = day_after(day)
    return made


def _seal_day(
    municipality_id: int, day: date, *, key: EllipticCurvePrivateKey, at: datetime
) -> Seal | None:
    last_line = _last_line_of(municipality_id, day)
    with transaction.atomic():
        _lock(SEALING + 1, municipality_id)  # one at a time: the next one finds it done
        before = _newest(municipality_id)
        if before and before.day >= day:
            return None
        after = before.last_line if before else 0
        contents = contents_between(municipality_id, after, last_line)
        seal = Seal(
            municipality_id=municipality_id,
            day=day,
            last_line=max(last_line, after),
            lines=contents.lines,
            chains=contents.chains,
            root=contents.root,
            previous=digest_of(before) if before else b"",
            made_at=at,
        )
        seal.signature = sign(key, text_of(seal).encode())
        seal.save()
        return seal


@transaction.atomic
def _last_line_of(municipality_id: int, day: date) -> int:
    """The newest line of this day, once nobody is halfway adding one with a smaller id.

    A line of this day that is written later still falls under the seal of the day after.
    """
    _lock(SEALING, municipality_id)
    lines = Look.objects.filter(municipality_id=municipality_id, at__lt=start_of(day_after(day)))
    newest = lines.order_by("-id").values_list("id", flat=True).first()
    return newest or 0


def contents_between(municipality_id: int, after: int, last: int) -> Contents:
    """Of the lines with these ids, `after` not in it."""
    tree = Tree()
    for number, digest in digests_between(municipality_id, after, last):
        tree.add(number.to_bytes(8) + digest)
    lines = tree.size
    for subject, length, digest in ends_between(municipality_id, after, last):
        tree.add(subject.bytes + length.to_bytes(8) + digest)
    return Contents(lines, tree.size - lines, tree.root())


def text_of(seal: Seal) -> str:
    """What is signed, and kept elsewhere."""
    fields = {
        "municipality": seal.municipality_id,
        "day": seal.day.isoformat(),
        "last_line": seal.last_line,
        "lines": seal.lines,
        "chains": seal.chains,
        "root": bytes(seal.root).hex(),
        "previous": bytes(seal.previous).hex(),
        "made_at": seal.made_at.astimezone(UTC).isoformat(),
    }
    return dumps(fields, separators=(",", ":"))


def digest_of(seal: Seal) -> bytes:
    return sha256(text_of(seal).encode()).digest()


def _first_unsealed(municipality_id: int, last: date) -> date:
    """The day after the newest seal; else the day of the first line; else the day asked for."""
    if seal := _newest(municipality_id):
        return day_after(seal.day)
    oldest = Look.objects.filter(municipality_id=municipality_id).order_by("id").first()
    return local_day(oldest.at) if oldest else last


def _newest(municipality_id: int) -> Seal | None:
    return Seal.objects.filter(municipality_id=municipality_id).order_by("day").last()


def _lock(name: int, municipality_id: int) -> None:
    """Held until the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s::int)", [name, municipality_id])
