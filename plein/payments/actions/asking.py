"""The income of a month is asked of who has income that changes; told late stops no payment.

On the 1st it is asked, twice somebody is reminded, and then staff are asked to call. What was told
last counts meanwhile, so the money goes on (Participatiewet art. 17 and 54 ask a person to decide).
"""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from plein.audit.actions import record
from plein.delivery.actions.planning import ask_to_call
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice
from plein.inbox.actions.tasks import set_task
from plein.inbox.models import TaskKind
from plein.inbox.task_words import TaskWords
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.dutch import DUTCH
from plein.payments.actions.topics import topic_of
from plein.payments.models import AskedStatement, Award

DUE_DAY = 8  # of the month after
AT_LEAST = timedelta(days=7)  # for who is asked later than on the 1st
REMINDED = (-4, 1)  # days from the last one
CALLED_AFTER = timedelta(days=6)  # days after the last one
NOT_TOLD = "opgave van inkomen niet ontvangen"
LANGUAGES = ("en", "ar", "uk")


@transaction.atomic
def ask_statement(award: Award, month: date, *, by: Actor, at: datetime) -> AskedStatement:
    """Once for a month; who comes later finds it asked."""
    topic = topic_of(award)
    before = AskedStatement.objects.filter(award=award, month=month).first()
    if before:
        return before
    today = local_day(at)
    task = set_task(
        topic,
        TaskKind.QUESTION,
        words_of(month),
        due_on=max(today.replace(day=DUE_DAY), today + AT_LEAST),
        needs_review=False,
        by=by,
        at=at,
        ladder=REMINDED,
    )
    asked = AskedStatement.objects.create(award=award, month=month, task=task)
    record("payments.statement.asked", on=asked, by=by, at=at, month=month.isoformat())
    return asked


@transaction.atomic
def ask_staff_to_call(asked: AskedStatement, *, by: Actor, at: datetime) -> Delivery:
    """On the list of who staff call or write to; it goes off again when it is told."""
    asked = AskedStatement.objects.select_for_update(of=["self"]).get(pk=asked.pk)
    topic = asked.task.topic
    asked.call = ask_to_call(
        topic.resident,
        Notice.REMINDER,
        key=f"bellen:{asked.pk}",
        about=topic.pk,
        day=asked.task.due_on,
        problem=NOT_TOLD,
        at=at,
    )
    asked.save(update_fields=["call"])
    record("payments.statement.call_asked", on=asked, by=by, at=at)
    return asked.call


def words_of(month: date) -> TaskWords:
    """Without a consequence, as nothing stops by itself."""
    others = {language: _words(month, language) for language in LANGUAGES}
    return TaskWords(**_words(month, DUTCH), languages=others)


def _words(month: date, language: str) -> dict[str, str]:
    with override(language):
        name = date_format(month, "F")
        return {
            "title": _("Geef uw inkomen over {month} door").format(month=name),
            "why": _(
                "Wij rekenen hiermee uw uitkering uit. Uw uitkering stopt nooit vanzelf."
                " Lukt het niet? Dan bellen wij u."
            ),
        }
