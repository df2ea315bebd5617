"""Reading the logs back."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from plein.audit.actions import OwnedRow, digest_of
from plein.audit.models import Act, Chain, Look


def looks_at(subjects: list[UUID], municipality_id: int) -> QuerySet[Look]:
    """The looks at these subjects, newest first."""
    return Look.objects.filter(municipality_id=municipality_id, subject__in=subjects).order_by(
        "-at", "-id"
    )


def acts_on(row: OwnedRow, names: Iterable[str]) -> QuerySet[Act]:
    """What was done to this row, of the acts with these names, newest first."""
    acts = Act.objects.filter(municipality_id=row.municipality_id, object_id=str(row.pk))
    return acts.filter(name__in=names).order_by("-at", "-id")


def broken_links(subject: UUID, municipality_id: int) -> list[int]:
    """The sequence numbers at which this subject's chain does not fit; empty when all is well.

    A last line that was dropped shows against the head that is kept in `Chain`.
    """
    broken, previous, expected = [], b"", 1
    lines = Look.objects.filter(municipality_id=municipality_id, subject=subject)
    for look in lines.order_by("sequence"):
        fits = bytes(look.previous) == previous and bytes(look.digest) == digest_of(look)
        if not fits or look.sequence != expected:
            broken.append(look.sequence)
        previous, expected = bytes(look.digest), look.sequence + 1
    chain = Chain.objects.filter(municipality_id=municipality_id, subject=subject).first()
    kept = (chain.length, bytes(chain.head)) if chain else (0, b"")
    if kept != (expected - 1, previous):
        broken.append(max(kept[0], expected - 1))
    return sorted(set(broken))
