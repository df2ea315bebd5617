"""Reading the logs back."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from plein.audit.actions import OwnedRow
from plein.audit.chains import wrong_links
from plein.audit.models import Act, Look

Looks = QuerySet[Look]


def looks_at(subjects: list[UUID], municipality_id: int, *, at: datetime) -> Looks:
    """The looks at these subjects that may be read by now, newest first."""
    is_open = Q(visible_from=None) | Q(visible_from__lte=at)
    own = Look.objects.filter(is_open, municipality_id=municipality_id, subject__in=subjects)
    return own.order_by("-at", "-id")


def older_than(looks: Looks, look: Look) -> Looks:
    """What comes after this look in a list with the newest first."""
    return looks.filter(Q(at__lt=look.at) | Q(at=look.at, id__lt=look.pk))


def act_of(look: Look) -> Act:
    """Who it was: the actor log knows the person, by the operation they share."""
    return Act.objects.get(
        municipality_id=look.municipality_id,
        object_id=str(look.subject),
        operation=look.operation,
    )


def operations_of(actor_id: str, looks: list[Look]) -> set[UUID]:
    """Which of these looks were by this person."""
    acts = Act.objects.filter(
        municipality_id__in={look.municipality_id for look in looks},
        object_id__in={str(look.subject) for look in looks},
        operation__in=[look.operation for look in looks],
        actor_id=actor_id,
    )
    return set(acts.values_list("operation", flat=True))


def acts_on(row: OwnedRow, names: Iterable[str]) -> QuerySet[Act]:
    """What was done to this row, of the acts with these names, newest first."""
    acts = Act.objects.filter(municipality_id=row.municipality_id, object_id=str(row.pk))
    return acts.filter(name__in=names).order_by("-at", "-id")


def broken_links(subject: UUID, municipality_id: int) -> list[int]:
    """The sequence numbers at which this subject's chain does not fit; empty when all is well."""
    return sorted({finding.sequence for finding in wrong_links(municipality_id, subject)})
