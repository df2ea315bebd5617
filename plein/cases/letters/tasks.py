"""What the resident has to do, on paper: each thing with why, until when and how."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from plein.cases.letters.telling import WHY, Telling, by_post, written
from plein.cases.queries import tasks_of, words_of_tasks
from plein.delivery.letter import Part
from plein.inbox.models import Task, TaskState
from plein.inbox.task_words import TaskWords


def tasks(telling: Telling) -> Iterator[Part]:
    """All that is open, whichever of them the letter is for."""
    resident = telling.case.topic.resident
    every = [task for task in tasks_of(telling.case) if task.state == TaskState.OPEN]
    said = words_of_tasks(resident, every, purpose=WHY, by=telling.by, at=telling.at)
    yield from (_asked(task, said[task.pk]) for task in every)
    yield Part(_how(telling), _("Zo doet u het"))


def _asked(task: Task, words: TaskWords) -> Part:
    example = _("Voorbeeld: {example}").format(example=words.example)
    until = _("Doe dit vóór of op {day}.").format(day=written(task.due_on)) if task.due_on else ""
    otherwise = _("Doet u dit niet? {what}").format(what=words.consequence)
    lines = (
        words.why,
        example if words.example else "",
        until,
        otherwise if words.consequence else "",
    )
    return Part(tuple(line for line in lines if line), words.title)


def _how(telling: Telling) -> tuple[str, ...]:
    post = _("Stuur het naar {place}, of breng het langs. Schrijf er dit kenmerk op: {number}.")
    return (
        post.format(place=by_post(), number=telling.number),
        _("Lukt het niet? Bel ons op tijd, dan helpen wij u."),
    )
