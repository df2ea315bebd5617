"""Asking about a look, and answering."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.audit.models import Look
from plein.audit.queries import act_of
from plein.identity.look_question import Kind, LookQuestion
from plein.identity.models import Resident, Staff
from plein.kernel.actor import ActorKind
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.working_days import working_days_after

ANSWER_WITHIN = 5  # working days


class AlreadyAnswered(Refusal):
    message = _("Deze vraag is al beantwoord.")


@transaction.atomic
def ask_about(look: Look, kind: Kind, *, by: Resident, at: datetime) -> LookQuestion:
    """Put a question about this look to the functionaris; asking twice gives the first."""
    question, is_new = LookQuestion.objects.get_or_create(
        look=look,
        kind=kind,
        asked_by=by,
        defaults={"asked_at": at, "due_on": working_days_after(local_day(at), ANSWER_WITHIN)},
    )
    if is_new:
        record("identity.look_question.asked", on=question, by=by.actor, at=at, kind=kind)
    return question


@transaction.atomic
def answer_question(question: LookQuestion, answer: str, *, by: Staff, at: datetime) -> None:
    """Answer once; what was answered is never changed. Raises `AlreadyAnswered`."""
    waiting = LookQuestion.objects.filter(pk=question.pk, answered_at=None)
    if not waiting.update(answer=answer, answered_by=by, answered_at=at):
        raise AlreadyAnswered
    record("identity.look_question.answered", on=question, by=by.actor, at=at)


@transaction.atomic
def open_question(question: LookQuestion, *, by: Staff, at: datetime) -> str:
    """Open a question, which is an act; for "wie precies?" the name of who looked comes out.

    Empty where it was no member of staff, or one who left.
    """
    record("identity.look_question.opened", on=question, by=by.actor, at=at, kind=question.kind)
    return _name_behind(question.look) if question.kind == Kind.WHO else ""


def _name_behind(look: Look) -> str:
    act = act_of(look)
    if act.actor_kind != ActorKind.STAFF:
        return ""
    staff = Staff.objects.select_related("account").filter(pk=act.actor_id).first()
    return staff.account.name if staff else ""
