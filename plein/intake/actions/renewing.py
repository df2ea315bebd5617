"""A draft goes on in the newest version of its journey; what still fits is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from plein.audit.actions import record
from plein.cases.models import CaseType
from plein.cases.offered import case_type_offered
from plein.intake.actions.locking import locked
from plein.intake.answers import Answers, open_answers, put_away
from plein.intake.journeys import must_have_journey
from plein.intake.models import Application
from plein.journeys.intake import Intake
from plein.journeys.questions import Question
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day


@dataclass(frozen=True, slots=True)
class Renewed:
    """What is different for who began: questions by their title."""

    answers: Answers
    new: tuple[str, ...]
    gone: tuple[str, ...]


def newer_version(application: Application, day: date) -> CaseType | None:
    """None while it is the newest, or is not offered with something to fill in any more."""
    newest = case_type_offered(application.key, day)
    if newest is None or newest.pk == application.case_type_id or newest.read.intake is None:
        return None
    return newest


def renewed(before: Intake, after: Intake, answers: Answers) -> Renewed:
    """An answer stays where the same question is still asked, and its choice is still there."""
    old = {each.key: each for each in before.questions}
    new = {each.key: each for each in after.questions}
    confirms = {key for step in after.steps for key in step.confirms}
    given = {key: each for key, each in answers.given.items() if _fits(old, new, key, each)}
    confirmed = {key: each for key, each in answers.confirmed.items() if key in confirms}
    return Renewed(
        Answers(given, confirmed),
        new=tuple(each.title for key, each in new.items() if key not in old),
        gone=tuple(old[key].title for key in answers.given if key in old and key not in given),
    )


def _fits(old: Mapping[str, Question], new: Mapping[str, Question], key: str, value: Any) -> bool:
    if key not in old or key not in new or old[key].kind != new[key].kind:
        return False
    chosen = value if isinstance(value, list) else [value]
    return not new[key].choices or set(chosen) <= set(new[key].values)


@transaction.atomic
def renew(application: Application, *, by: Actor, at: datetime) -> Application:
    """Raises `IsSent`. Twice changes nothing more."""
    application = locked(application)
    newest = newer_version(application, local_day(at))
    if newest is None:
        return application
    before, after = must_have_journey(application.case_type), must_have_journey(newest)
    answers = open_answers(application, by=by, at=at)
    put_away(application, renewed(before, after, answers).answers)
    application.case_type, application.changed_at = newest, at
    application.save(update_fields=["answers_sealed", "case_type", "changed_at"])
    record("intake.application.renewed", on=application, by=by, at=at, version=newest.version)
    return application
