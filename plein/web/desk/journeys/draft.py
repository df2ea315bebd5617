"""One draft: its parts with what is not right yet, and the way to its publication."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from plein.authoring.actions.drafting import change_draft, drop_draft
from plein.authoring.actions.publishing import offer_draft, publish_draft, return_draft
from plein.authoring.differences import differences
from plein.authoring.models import DraftState, JourneyDraft
from plein.authoring.places import (
    NoSuchPlace,
    added,
    model_at,
    moved,
    read_place,
    value_at,
    with_value,
    without,
    written,
)
from plein.authoring.skeletons import blank
from plein.identity.roles import Right
from plein.journeys.problems import Place
from plein.journeys.reading import problems_with
from plein.web.desk.journeys.difference_words import row_of
from plein.web.desk.journeys.forms import WhyForm
from plein.web.desk.journeys.plainness import hard_texts
from plein.web.desk.journeys.refusing import or_say
from plein.web.desk.journeys.shown import QUESTIONS, shown
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

DONE = {
    "aanbieden": _("Het concept is aangeboden. Een collega publiceert het."),
    "publiceren": _("De aanvraag is gepubliceerd. Inwoners kunnen dit vanaf nu aanvragen."),
    "terugsturen": _("Het concept is teruggestuurd."),
    "weghalen": _("Het concept is weg."),
}


@staff_may(Right.WRITE_JOURNEYS)
@require_GET
def show(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    return page(request, find(draft_id), WhyForm())


def find(draft_id: UUID) -> JourneyDraft:
    people = ("begun_by__account", "changed_by__account", "offered_by__account")
    every = JourneyDraft.objects.select_related(*people, "decided_by__account", "origin")
    return get_object_or_404(every.select_related("published", "based_on"), pk=draft_id)


def edition_of(request: StaffRequest) -> int:
    """The one that was on the page; 0 fits none."""
    text = request.POST.get("edition", "")
    return int(text) if text.isdecimal() else 0


def page(request: StaffRequest, draft: JourneyDraft, why: WhyForm) -> HttpResponse:
    problems = problems_with(draft.document)
    context = {
        "draft": draft,
        "parts": shown(draft.document, problems),
        "changes": _changes(draft),
        "hard": hard_texts(draft.document),
        "is_offered": draft.state == DraftState.OFFERED,
        "may_publish": request.staff.may(Right.PUBLISH_JOURNEYS)
        and draft.offered_by_id != request.staff.pk,
        "form": why,
    }
    status = 422 if why.errors else 200
    return render(request, "web/desk/journeys/draft.html", context, status=status)


def _changes(draft: JourneyDraft) -> list[dict[str, Any]]:
    """For who publishes: what becomes different from the version it was based on."""
    if draft.based_on is None:
        return []
    before = draft.based_on.document
    return [row_of(each) for each in differences(before, before, draft.document)]


@staff_may(Right.WRITE_JOURNEYS)
@require_POST
def act(request: StaffRequest, draft_id: UUID, name: str) -> HttpResponse:
    """Offer it, send it back, or take it away."""
    draft, why = find(draft_id), WhyForm(request.POST)
    if name == "terugsturen" and not why.is_valid():
        return page(request, draft, why)
    given: dict[str, Any] = {"by": request.staff, "at": request.now}
    acts: Mapping[str, Callable[[], Any]] = {
        "aanbieden": lambda: offer_draft(draft, **given),
        "terugsturen": lambda: return_draft(draft, why.cleaned_data["why"], **given),
        "weghalen": lambda: drop_draft(draft, **given),
    }
    if name not in acts:
        raise Http404
    if or_say(request, acts[name]):
        messages.success(request, DONE[name])
    return redirect(
        "desk-making" if name == "weghalen" else "desk-journey-draft",
        *(() if name == "weghalen" else (draft_id,)),
    )


@staff_may(Right.PUBLISH_JOURNEYS)
@require_POST
def publish(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    draft = find(draft_id)
    if or_say(request, lambda: publish_draft(draft, by=request.staff, at=request.now)):
        messages.success(request, DONE["publiceren"])
    return redirect("desk-journey-draft", draft_id)


@staff_may(Right.WRITE_JOURNEYS)
@require_POST
def rearrange(request: StaffRequest, draft_id: UUID) -> HttpResponse:
    """Something new, away, up or down. What is new opens, to be written."""
    draft = find(draft_id)
    try:
        document, opens = _rearranged(draft.document, request.POST)
    except (NoSuchPlace, KeyError, TypeError, AttributeError):
        raise Http404 from None
    given: dict[str, Any] = {"edition": edition_of(request), "by": request.staff, "at": request.now}
    if or_say(request, lambda: change_draft(draft, document, **given)) and opens:
        return redirect("desk-journey-part", draft_id, written(opens))
    return redirect("desk-journey-draft", draft_id)


def _rearranged(document: Mapping[str, Any], asked: Any) -> tuple[dict[str, Any], Place | None]:
    """Raises `NoSuchPlace`; `KeyError` where nothing is asked."""
    act = next(name for name in (*_ACTS, "") if name in asked or not name)
    place = read_place(asked[act])
    model_at(place)
    value_at(document, place)
    return _ACTS[act](document, place)


def _new(document: Mapping[str, Any], place: Place) -> tuple[dict[str, Any], Place | None]:
    rows = value_at(document, place) or []
    row = blank(model_at(place), rows)
    return added(document, place, row), (*place, len(rows))


def _part(document: Mapping[str, Any], place: Place) -> tuple[dict[str, Any], Place | None]:
    return with_value(document, place, blank(model_at(place), [])), place


def _question(document: Mapping[str, Any], step: Place) -> tuple[dict[str, Any], Place | None]:
    """A new question, asked in this step."""
    changed, place = _new(document, QUESTIONS)
    key = value_at(changed, place or ())["key"]
    asks = value_at(changed, (*step, "asks")) or []
    return with_value(changed, (*step, "asks"), [*asks, key]), place


_ACTS: dict[str, Callable[[Mapping[str, Any], Place], tuple[dict[str, Any], Place | None]]] = {
    "nieuw": _new,
    "deel": _part,
    "vraag": _question,
    "weg": lambda document, place: (without(document, place), None),
    "omhoog": lambda document, place: (moved(document, place, -1), None),
    "omlaag": lambda document, place: (moved(document, place, 1), None),
}
