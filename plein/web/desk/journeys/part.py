"""One part of a draft: what is typed is always kept, and what is not right is said beside it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.authoring.actions.drafting import change_draft
from plein.authoring.models import JourneyDraft
from plein.authoring.places import (
    NoSuchPlace,
    model_at,
    read_place,
    renamed,
    value_at,
    with_value,
)
from plein.identity.roles import Right
from plein.journeys.languages import DUTCH, in_language
from plein.journeys.problems import Place
from plein.journeys.reading import problems_with
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.web.desk.journeys.draft import edition_of, find
from plein.web.desk.journeys.labels import SECTIONS
from plein.web.desk.journeys.part_form import PartForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.WRITE_JOURNEYS)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, draft_id: UUID, place: str) -> HttpResponse:
    draft, at = find(draft_id), read_place(place)
    try:
        model, given = model_at(at), value_at(draft.document, at)
    except (NoSuchPlace, TypeError):
        raise Http404 from None
    posted = request.POST if request.method == "POST" else None
    form = PartForm(posted, model=model, given=given or {}, languages=draft.languages)
    if posted is None:
        return _page(request, draft, at, form)
    document = _changed(draft, at, form.read())
    try:
        draft = change_draft(
            draft, document, edition=edition_of(request), by=request.staff, at=request.now
        )
    except Refusal as refusal:
        form.is_valid()
        form.add_error(None, str(refusal))
        return _page(request, find(draft_id), at, form, lost=True)
    if any(each.place[: len(at)] == at for each in problems_with(document)) and at:
        messages.info(request, _("Bewaard. Er klopt nog iets niet."))
        return redirect("desk-journey-part", draft_id, place)
    messages.success(request, _("Bewaard."))
    return redirect("desk-journey-draft", draft_id)


def _changed(draft: JourneyDraft, at: Place, value: dict[str, Any]) -> dict[str, Any]:
    before = value_at(draft.document, at) or {}
    changed = with_value(draft.document, at, value)
    if at[:2] == ("intake", "questions") and before.get("key") != value.get("key"):
        return renamed(changed, str(before.get("key")), str(value.get("key")))
    return changed


def _page(
    request: StaffRequest, draft: JourneyDraft, at: Place, form: PartForm, *, lost: bool = False
) -> HttpResponse:
    """Of a part that was kept the problems stand at its controls."""
    if not lost:
        problems = problems_with(draft.document)
        mine = [each for each in problems if each.place[: len(at)] == at]
        form.say([each for each in mine if at or len(each.place) == 1], at)
    context = {
        "draft": draft,
        "form": form,
        "title": _title(draft, at),
        "section": SECTIONS.get(
            next((str(each) for each in at[::-1] if not isinstance(each, int)), ""),
            _("Over deze aanvraag"),
        ),
        "elements": catalogue().elements.values() if "element" in form.fields else [],
    }
    return render(request, "web/desk/journeys/part.html", context, status=422 if lost else 200)


def _title(draft: JourneyDraft, at: Place) -> str:
    given = value_at(in_language(draft.document, DUTCH), at) or {}
    return str(given.get("title") or given.get("resident") or given.get("key") or draft)
