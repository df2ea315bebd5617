"""An appointment is offered: from then on the resident has to choose a time."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.appointments.models import Appointment, AppointmentKind
from plein.appointments.states import State
from plein.identity.models import Resident
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import TaskKind, Topic
from plein.inbox.task_words import TaskWords
from plein.kernel.actor import Actor
from plein.kernel.dutch import DUTCH
from plein.kernel.refusal import Refusal


class IsOffered(Refusal):
    message = gettext_lazy("Deze afspraak is al voorgesteld. De inwoner kan een tijd kiezen.")


class NotForAsking(Refusal):
    message = gettext_lazy("Deze afspraak kunt u niet zelf maken. Bel ons.")


@transaction.atomic
def offer(
    kind: AppointmentKind,
    topic: Topic,
    *,
    why: str,
    due_on: date | None,
    by: Actor,
    at: datetime,
) -> Appointment:
    """By staff; `why` is what the resident reads. Raises `IsOffered` and `DayHasPassed`."""
    topic = Topic.objects.select_for_update().get(pk=topic.pk)
    if topic.appointments.filter(kind=kind, state=State.PROPOSED).exists():
        raise IsOffered
    task = set_task(
        topic,
        TaskKind.APPOINTMENT,
        _words(kind, why),
        due_on=due_on,
        needs_review=False,
        by=by,
        at=at,
    )
    return Appointment.objects.create(kind=kind, topic=topic, task=task, offered_at=at)


def _words(kind: AppointmentKind, why: str) -> TaskWords:
    """The title in each language; what staff write is as they wrote it."""
    titles = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            titles[language] = _("Kies een tijd: {name}").format(name=kind.name)
    others = {language: {"title": title} for language, title in titles.items() if language != DUTCH}
    return TaskWords(titles[DUTCH], why=why, example=kind.bring, languages=others)


@transaction.atomic
def ask_for(kind: AppointmentKind, resident: Resident, *, at: datetime) -> Appointment:
    """By the resident, about nothing else; the one that waits for a time is found again.

    Raises `NotForAsking`.
    """
    if not kind.can_be_asked:
        raise NotForAsking
    Resident.objects.select_for_update().get(pk=resident.pk)
    waiting = Appointment.objects.of(resident).filter(kind=kind, state=State.PROPOSED, task=None)
    return waiting.first() or Appointment.objects.create(
        kind=kind, topic=Topic.objects.create(resident=resident), offered_at=at
    )
