"""Wie keek naar mijn gegevens: every look, in plain words, and a question about each."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.audit.models import Channel
from plein.audit.queries import Looks, looks_at, older_than
from plein.identity.asking import ask_about
from plein.identity.look_question import Kind, LookQuestion
from plein.web.look_words import sentence_of
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest
from plein.web.resident.look_days import days_of
from plein.web.templatetags.plein_ui import day, moment

AT_A_TIME = 50


@resident_only
@require_GET
def who_looked(request: ResidentRequest) -> HttpResponse:
    """Newest first; the next page starts after the look that ended this one."""
    looks = readable(request)
    people = request.GET.get("door") == "mensen"
    if people:
        looks = looks.exclude(channel=Channel.SYSTEM)
    rows = list(_after(looks, request.GET.get("na", ""))[: AT_A_TIME + 1])
    shown = rows[:AT_A_TIME]
    questions = list(request.resident.look_questions.select_related("look").order_by("-asked_at"))
    context = {
        "days": days_of(shown, questions, request.resident),
        "questions": questions[:3],
        "people": people,
        "is_first": "na" not in request.GET,
        "next": shown[-1].operation if len(rows) > AT_A_TIME else None,
    }
    return render(request, "web/resident/who_looked.html", context)


def readable(request: ResidentRequest) -> Looks:
    """Looks at this resident and household; a grown child of the house reads its own only."""
    subjects = [request.resident.pk]
    if request.member.role != "kind":
        subjects.append(request.household.pk)
    return looks_at(subjects, request.municipality.pk, at=request.now)


def _after(looks: Looks, operation: str) -> Looks:
    try:
        last = looks.filter(operation=UUID(operation)).first() if operation else None
    except ValueError:
        raise Http404 from None
    return older_than(looks, last) if last else looks


@resident_only
@require_POST
def ask(request: ResidentRequest, operation: UUID) -> HttpResponse:
    look = get_object_or_404(readable(request), operation=operation)
    kind = request.POST.get("kind")
    if kind not in Kind.values:
        raise Http404
    asked = ask_about(look, Kind(kind), by=request.resident, at=request.now)
    return redirect("look-question", asked.pk)


@resident_only
@require_GET
def question(request: ResidentRequest, question_id: UUID) -> HttpResponse:
    """Who is at turn and by when; afterwards the answer."""
    own = request.resident.look_questions.select_related("look")
    asked = get_object_or_404(own, pk=question_id)
    context = {"question": asked, "sentence": sentence_of(asked.look), "steps": _steps(asked)}
    return render(request, "web/resident/look_question.html", context)


def _steps(asked: LookQuestion) -> list[dict[str, str]]:
    is_done = asked.answered_at is not None
    until = _("U krijgt antwoord op %(day)s, of eerder.") % {"day": day(asked.due_on)}
    return [
        {"state": "done", "title": _("U stelde uw vraag"), "meta": moment(asked.asked_at)},
        {
            "state": "done" if is_done else "now",
            "title": _("De functionaris gegevensbescherming zoekt het uit"),
            "meta": "" if is_done else until,
        },
        {
            "state": "done" if is_done else "todo",
            "title": _("U krijgt antwoord"),
            "meta": moment(asked.answered_at),
        },
    ]
