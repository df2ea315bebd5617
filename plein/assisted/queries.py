"""What waits for the yes of a resident."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from plein.assisted.models import AssistedAct, AssistedSession
from plein.identity.models import Resident


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done together; without the words of an answer."""

    at: datetime
    case: UUID
    name: str  # of what was asked
    is_new: bool  # an aanvraag, and not an answer


def to_confirm(resident: Resident) -> QuerySet[AssistedSession]:
    return AssistedSession.objects.unconfirmed().with_acts().filter(resident=resident)


def acts_of(session: AssistedSession) -> list[Done]:
    acts = AssistedAct.objects.filter(session=session).select_related(
        "case__case_type", "hand_in__task__topic__case__case_type"
    )
    return [_done(act) for act in acts]


def _done(act: AssistedAct) -> Done:
    case = act.case or act.hand_in.task.topic.case  # type: ignore[union-attr]
    return Done(act.at, case.pk, str(case.case_type), act.case is not None)
