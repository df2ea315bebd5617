"""What follows by itself from a melding and an aanvraag: tasks, organisations, a move."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from plein.cases.actions.joining import join_partners
from plein.cases.actions.relocating import notice
from plein.cases.actions.setting import set_declared
from plein.cases.models import Case
from plein.cases.new_place import NewPlace
from plein.identity.models import Resident
from plein.intake.answers import Answers
from plein.intake.known import born_on
from plein.intake.progress import values
from plein.journeys.journey import Journey
from plein.journeys.moving import Moves
from plein.journeys.task_templates import Starts
from plein.journeys.values import Value
from plein.kernel.actor import Actor


@transaction.atomic
def set_tasks(case: Case, starts: Starts, answers: Answers, *, by: Actor, at: datetime) -> None:
    """Those that the answers ask for; more answers set the others.

    The vault is looked in only where one of them counts from a birthday.
    """
    journey = case.case_type.in_dutch
    tasks = [task for task in journey.tasks if task.starts == starts]
    if tasks:
        born = None
        if any(task.due.age is not None for task in tasks):
            born = born_on(case.dossier.resident, by=by, at=at)
        set_declared(case, starts, _values(journey, answers), born=born, at=at)


@transaction.atomic
def follow(case: Case, answers: Answers, *, by: Actor, at: datetime) -> None:
    """After the aanvraag is in. Raises as `notice` where it is about a move."""
    set_tasks(case, Starts.APPLICATION, answers, by=by, at=at)
    journey = case.case_type.in_dutch
    join_partners(case, _values(journey, answers), at=at)
    if moves := journey.moves:
        _notice(case.dossier.resident, moves, answers, by=by, at=at)


def _values(journey: Journey, answers: Answers) -> Mapping[str, Value]:
    return values(journey.intake, answers) if journey.intake else {}


def _notice(resident: Resident, moves: Moves, answers: Answers, *, by: Actor, at: datetime) -> None:
    said = {name: str(answers.given.get(key, "")) for name, key in moves}
    place = NewPlace(municipality=said["municipality"])
    if not place.leaves:
        number = f"{said['number']} {said['addition']}".strip()
        place = NewPlace(postcode=said["postcode"], number=number)
    notice(resident, place, moves_on=date.fromisoformat(said["on"]), by=by, at=at)
