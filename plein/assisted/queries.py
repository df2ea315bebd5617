"""What waits for the yes of a resident."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from plein.assisted.models import AssistedAct, AssistedOrder, AssistedSession
from plein.identity.models import Resident


class Kind(StrEnum):
    CASE = "aanvraag"
    ANSWER = "antwoord"
    ORDER = "bestelling"


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done together; without the words of an answer."""

    at: datetime
    kind: Kind
    on: UUID  # the aanvraag, or the order
    name: str  # of what was asked or ordered


def to_confirm(resident: Resident) -> QuerySet[AssistedSession]:
    return AssistedSession.objects.unconfirmed().with_acts().filter(resident=resident)


def acts_of(session: AssistedSession) -> list[Done]:
    """In the order in which it was done."""
    acts = AssistedAct.objects.filter(session=session).select_related(
        "case__case_type", "hand_in__task__topic__case__case_type"
    )
    orders = AssistedOrder.objects.filter(session=session).select_related("order")
    made = orders.prefetch_related("order__lines__version")
    done = [*(_done(act) for act in acts), *(_ordered(each) for each in made)]
    return sorted(done, key=lambda each: each.at)


def _done(act: AssistedAct) -> Done:
    case = act.case or act.hand_in.task.topic.case  # type: ignore[union-attr]
    kind = Kind.CASE if act.case else Kind.ANSWER
    return Done(act.at, kind, case.pk, str(case.case_type))


def _ordered(made: AssistedOrder) -> Done:
    titles = dict.fromkeys(line.version.title for line in made.order.lines.all())
    return Done(made.at, Kind.ORDER, made.order_id, ", ".join(titles))
