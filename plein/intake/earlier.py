"""What somebody answered before: shown again to be kept or changed, and never told twice."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plein.intake.answers import open_answers
from plein.intake.models import Application, ApplicationState
from plein.journeys.questions import Question
from plein.kernel.actor import Actor, ActorKind

MOST = 5  # applications that are looked through, the last sent first


@dataclass(frozen=True, slots=True)
class Earlier:
    """`where` is the aanvraag in which it was said."""

    value: Any
    where: str
    at: datetime


def earlier_answers(
    application: Application, questions: Collection[Question], *, by: Actor, at: datetime
) -> dict[str, Earlier]:
    """By key, to the same question of the same kind. Opened only where one is asked again."""
    wanted = {each.key: each for each in questions if each.earlier}
    if not wanted or not _is_theirs(application, by):
        return {}
    found: dict[str, Earlier] = {}
    for sent in _sent(application):
        if wanted.keys() <= found.keys():
            break
        intake = sent.case_type.in_dutch.intake
        kinds = {each.key: each.kind for each in intake.questions} if intake else {}
        if same := {key for key, each in wanted.items() if kinds.get(key) == each.kind}:
            given = open_answers(sent, by=by, at=at).given
            said = {key: given[key] for key in same & given.keys()}
            found = {key: _earlier(value, sent) for key, value in said.items()} | found
    return found


def _sent(application: Application) -> list[Application]:
    sent = Application.objects.filter(
        resident=application.resident_id, state=ApplicationState.FILED
    )
    return list(sent.select_related("resident", "case_type").order_by("-filed_at")[:MOST])


def _is_theirs(application: Application, by: Actor) -> bool:
    """A helper sees what they fill in, and not what was told elsewhere."""
    return by.kind != ActorKind.RESIDENT or by.id == str(application.resident_id)


def _earlier(value: Any, sent: Application) -> Earlier:
    return Earlier(value, str(sent.case_type), sent.filed_at or sent.changed_at)
