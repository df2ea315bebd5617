"""Does every seal still fit the log, the seal before it, and the copy that is kept elsewhere?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from plein.audit.findings import Finding, Kind
from plein.audit.line import digest_of as digest_of_line
from plein.audit.models import Look, Seal
from plein.audit.seals import Contents, contents_between, digest_of, text_of
from plein.audit.streams import lines_between
from plein.kernel.clock import local_day, start_of
from plein.kernel.signature import is_signed


@dataclass(frozen=True, slots=True)
class Kept:
    """A seal as it was exported."""

    text: str
    signature: bytes


def wrong_seals(
    municipality_id: int, *, keys: Sequence[EllipticCurvePublicKey], day: date | None = None
) -> Iterator[Finding]:
    """What is wrong with the seals, of every day or of one; any of the keys may have signed."""
    before: Seal | None = None
    for seal in Seal.objects.filter(municipality_id=municipality_id).order_by("day"):
        if day in (None, seal.day):
            yield from (Finding(kind, day=seal.day) for kind in _faults(seal, before, keys))
        before = seal


def _faults(
    seal: Seal, before: Seal | None, keys: Sequence[EllipticCurvePublicKey]
) -> Iterator[Kind]:
    text, signature = text_of(seal).encode(), bytes(seal.signature)
    if not any(is_signed(key, text, signature) for key in keys):
        yield Kind.NOT_SIGNED
    if bytes(seal.previous) != (digest_of(before) if before else b""):
        yield Kind.NOT_AFTER_THE_LAST
    after = before.last_line if before else 0
    sealed = Contents(seal.lines, seal.chains, bytes(seal.root))
    if contents_between(seal.municipality_id, after, seal.last_line) != sealed:
        yield Kind.LINES_DIFFER


def unlike_kept(municipality_id: int, kept: Mapping[date, Kept]) -> Iterator[Finding]:
    """Seals that were exported, and are now another one or none."""
    found = {seal.day: seal for seal in Seal.objects.filter(municipality_id=municipality_id)}
    for day, copy in sorted(kept.items()):
        seal = found.get(day)
        if seal is None:
            yield Finding(Kind.GONE, day=day)
        elif Kept(text_of(seal), bytes(seal.signature)) != copy:
            yield Finding(Kind.NOT_AS_KEPT, day=day)


def without_seal(municipality_id: int, at: datetime) -> Iterator[Finding]:
    """Lines from before yesterday get their seal in the night; one that has none shows here."""
    yesterday = local_day(at) - timedelta(days=1)
    newest = Seal.objects.filter(municipality_id=municipality_id).order_by("day").last()
    lines = Look.objects.filter(
        municipality_id=municipality_id,
        id__gt=newest.last_line if newest else 0,
        at__lt=start_of(yesterday),
    )
    if oldest := lines.order_by("id").first():
        yield Finding(Kind.UNSEALED, day=local_day(oldest.at))


def changed_under(municipality_id: int, day: date) -> Iterator[Finding]:
    """The lines under the seal of one day whose content no longer fits their own digest."""
    seals = Seal.objects.filter(municipality_id=municipality_id)
    before = seals.filter(day__lt=day).order_by("day").last()
    seal = seals.filter(day=day).first()
    if seal is None:
        yield Finding(Kind.UNSEALED, day=day)
        return
    after = before.last_line if before else 0
    for line in lines_between(municipality_id, after, seal.last_line):
        if line.digest != digest_of_line(line):
            yield Finding(Kind.CHANGED, line.subject, line.sequence)
