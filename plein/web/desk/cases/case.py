"""A case on one screen: what is open, what came in, what can be done, and what was done."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plein.audit.actions import Purpose
from plein.cases.actions.deciding import EXPLANATION
from plein.cases.models import Case, Decision
from plein.cases.partners import partners_of
from plein.cases.queries import done_of, signature_by, tasks_of, with_tasks
from plein.cases.worklist import dot_of
from plein.identity.gate import SealedText, read_name, read_sealed
from plein.identity.roles import Right
from plein.inbox.event_words import words_of
from plein.inbox.models import HandIn, Task
from plein.inbox.task_words import HAND_IN, OBSTACLE, REASON, TASK, words_from
from plein.journeys.phases import MOVES, OPEN, Phase
from plein.kernel.short_code import spaced
from plein.web.desk.cases.decide_form import DecideForm, SendBackForm
from plein.web.desk.cases.deciding_shown import Weighed
from plein.web.desk.cases.filled_in import filled_in
from plein.web.desk.cases.forms import (
    AskForm,
    DayForm,
    EndForm,
    MoreForm,
    WhyForm,
)
from plein.web.desk.cases.papers import papers_of
from plein.web.desk.cases.relocation import relocation_line
from plein.web.desk.cases.signing_shown import signing_shown
from plein.web.light_words import COLOURS
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

WHY = Purpose("om uw aanvraag te behandelen", "Participatiewet art. 7 en Awb art. 3:2")


@staff_may(Right.HANDLE_CASES)
@require_GET
def show(request: StaffRequest, case_id: UUID) -> HttpResponse:
    return page(request, find_case(case_id))


def find_case(case_id: UUID) -> Case:
    """With its open tasks. Raises `Http404`."""
    found = list(with_tasks(Case.objects.filter(pk=case_id)))
    if not found:
        raise Http404
    return found[0]


def page(
    request: StaffRequest, case: Case, *, judged: UUID | None = None, **bound: Any
) -> HttpResponse:
    """`bound` are forms with mistakes, by name; what was typed is kept, at the task `judged`."""
    document = case.case_type.read
    tasks = list(case.topic.tasks.prefetch_related("hand_ins").order_by("set_at"))
    newest = case.decisions.select_related(
        "provision", "decided_by__account", "confirmed_by__account"
    )
    decision = newest.order_by("-decided_at").first()
    weighed = Weighed(request, case, decision)
    opened = _opened(request, case, tasks, decision, weighed.texts)
    forms = {
        "ask_form": AskForm(case_type=case.case_type, today=request.today),
        "decide_form": DecideForm(document=document, today=request.today, initial=weighed.initial),
        "back_form": SendBackForm(),
        "end_form": EndForm(),
        "why_form": WhyForm(),
    } | bound
    context = {
        "case": case,
        "number": spaced(case.number),
        "name": read_name(case.dossier.resident_id, purpose=WHY, by=request.actor, at=request.now),
        "colour": COLOURS[dot_of(case, request.today)] if case.is_open else "",
        "tasks": [_task(task, opened, bound if task.pk == judged else {}) for task in tasks],
        "done": done_of(tasks),
        "decision": _decision(case, decision, opened),
        "documents": papers_of(request, case),
        "events": [
            {
                "id": each.pk,
                "at": each.at,
                "says": words_of(each.name, each.details),
                "who": each.team or each.organisation,
                "hiding": getattr(each, "hiding", None),
            }
            for each in case.topic.events.select_related("hiding").order_by("-at", "-id")
        ],
        "may": _may(case, request, weighed),
        **weighed.shown(opened),
        "relocation": relocation_line(case),
        "steps": filled_in(request, case, WHY),
        "partners": partners_of(case.dossier, request.today),
        "form": next((form for form in bound.values()), None),
        **signing_shown(request, case),
        **forms,
    }
    return render(request, "web/desk/cases/case.html", context, status=422 if bound else 200)


def _may(case: Case, request: StaffRequest, weighed: Weighed) -> dict[str, bool]:
    moves = MOVES[Phase(case.phase)]
    unfinished = [task for task in tasks_of(case) if task.is_unfinished]
    is_asked = any(not task.template for task in unfinished)
    return {
        "take_up": case.is_open and case.handler_id != request.staff.pk,
        "ask": case.is_open,
        "wait": Phase.WAITING_RESIDENT in moves and bool(unfinished),
        "go_on": case.phase == Phase.WAITING_RESIDENT,
        "give_turn": Phase.WAITING_OTHER in moves,
        "take_turn": case.phase == Phase.WAITING_OTHER,
        "extend": case.phase in OPEN and case.phase != Phase.REPORTED,
        "decide": Phase.DECIDED in moves
        and not is_asked
        and not signature_by(case)
        and not weighed.waits,
        "close": Phase.DONE in moves,
        "reopen": Phase.REOPENED in moves,
        "let_file": case.files_from is not None and request.today < case.files_from,
    }


def _opened(
    request: StaffRequest,
    case: Case,
    tasks: list[Task],
    decision: Decision | None,
    weighed: list[SealedText],
) -> dict[tuple[UUID, str], str]:
    """Everything that was said in this case, in one look with one line."""
    texts = [*(text for task in tasks for text in _texts(task)), *weighed]
    if decision:
        texts.append(SealedText(decision.pk, EXPLANATION, decision.explanation_sealed))
    if not texts:
        return {}
    resident = case.dossier.resident
    opened = read_sealed(
        resident, texts, purpose=WHY, by=request.actor, at=request.now, case=case.number
    )
    return {(text.row, text.element): words for text, words in zip(texts, opened, strict=True)}


def _texts(task: Task) -> list[SealedText]:
    texts = [SealedText(task.pk, TASK, task.words_sealed)]
    if task.obstacle_sealed:
        texts.append(SealedText(task.pk, OBSTACLE, task.obstacle_sealed))
    for hand_in in task.hand_ins.all():
        if hand_in.words_sealed:
            texts.append(SealedText(hand_in.pk, HAND_IN, hand_in.words_sealed))
        if hand_in.reason_sealed:
            texts.append(SealedText(hand_in.pk, REASON, hand_in.reason_sealed))
    return texts


def _task(task: Task, opened: dict[tuple[UUID, str], str], bound: dict[str, Any]) -> dict[str, Any]:
    """Its forms have ids of their own: a page may hold more tasks."""
    rounds = sorted(task.hand_ins.all(), key=lambda each: each.round)
    ids = f"id_{task.pk}_%s"
    return {
        "task": task,
        "words": words_from(opened[task.pk, TASK]),
        "obstacle": opened.get((task.pk, OBSTACLE), ""),
        "rounds": [_round(each, opened) for each in rounds],
        "more_form": bound.get("more_form", MoreForm(auto_id=ids)),
        "day_form": bound.get("day_form", DayForm(auto_id=ids)),
    }


def _round(hand_in: HandIn, opened: dict[tuple[UUID, str], str]) -> dict[str, Any]:
    return {
        "hand_in": hand_in,
        "says": opened.get((hand_in.pk, HAND_IN), ""),
        "reason": opened.get((hand_in.pk, REASON), ""),
    }


def _decision(
    case: Case, decision: Decision | None, opened: dict[tuple[UUID, str], str]
) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "decision": decision,
        "result": case.case_type.read.result(decision.result),
        "explanation": opened[decision.pk, EXPLANATION],
        "provision": getattr(decision, "provision", None),
    }
