"""Aanvragen maken: which there are, which version holds, and what is being written."""

from collections import Counter
from typing import Any

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.authoring.actions.drafting import begin_draft
from plein.authoring.actions.sharing import share, stop_sharing
from plein.authoring.models import JourneyDraft, SharedJourney
from plein.authoring.package import own_fingerprint, packed
from plein.authoring.skeletons import free_key, journey_for, skeleton
from plein.cases.models import Case, CaseType
from plein.cases.offered import case_types_known, newest_version
from plein.identity.roles import Right
from plein.web.desk.journeys.forms import NewForm
from plein.web.desk.journeys.refusing import or_say
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

LAW = "Gemeentewet art. 108"  # what a municipality does of itself


@staff_may(Right.WRITE_JOURNEYS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    drafts = {
        each.key: each
        for each in JourneyDraft.objects.open().select_related("offered_by__account", "origin")
    }
    known = case_types_known()
    running = _running()
    origins = dict(
        JourneyDraft.objects.filter(published__isnull=False, origin__isnull=False)
        .order_by("decided_at")
        .values_list("key", "origin__name")
    )
    shared = set(_shared(request).values_list("key", flat=True))
    rows = [
        {
            "type": each,
            "draft": drafts.pop(each.key, None),
            "origin": origins.get(each.key, ""),
            "running": running[each.key],
            "shared": each.key in shared,
            "is_offered": each.read.is_valid_on(request.today),
        }
        for each in known
    ]
    new = [{"type": None, "draft": each, "running": 0} for each in drafts.values()]
    context = {"rows": [*new, *rows], "may_publish": request.staff.may(Right.PUBLISH_JOURNEYS)}
    return render(request, "web/desk/journeys/index.html", context)


def _running() -> Counter[str]:
    counted = Case.objects.running().values_list("case_type__key").annotate(number=Count("pk"))
    return Counter(dict(counted.order_by()))


def _shared(request: StaffRequest) -> Any:
    return SharedJourney.objects.filter(host=request.municipality.host)


@staff_may(Right.WRITE_JOURNEYS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    form = NewForm(request.POST or None, initial={"scheme": request.GET.get("regeling")})
    if form.is_bound and form.is_valid():
        scheme, name = form.cleaned_data["scheme"], form.cleaned_data["name"]
        document = journey_for(scheme) if scheme else skeleton(name, LAW)
        document |= {"name": name} if name else {}
        draft = begin_draft(free_key(document["name"]), document, by=request.staff, at=request.now)
        return redirect("desk-journey-draft", draft.pk)
    status = 422 if form.errors else 200
    return render(request, "web/desk/journeys/new.html", {"form": form}, status=status)


@staff_may(Right.WRITE_JOURNEYS)
@require_GET
def show(request: StaffRequest, key: str) -> HttpResponse:
    """The versions of one, and what can be done with it."""
    case_type = _of(key)
    versions = CaseType.objects.filter(key=case_type.key).order_by("-version")
    by = {each.published_id: each for each in _published(case_type.key)}
    context = {
        "type": case_type,
        "versions": [{"type": each, "draft": by.get(each.pk)} for each in versions],
        "draft": JourneyDraft.objects.open().filter(key=case_type.key).first(),
        "fingerprint": own_fingerprint(at=request.now),
        "adopted": JourneyDraft.objects.adopted(case_type.key).first(),
        "shared": _shared(request).filter(key=case_type.key).first(),
        "may_publish": request.staff.may(Right.PUBLISH_JOURNEYS),
    }
    return render(request, "web/desk/journeys/show.html", context)


@staff_may(Right.WRITE_JOURNEYS)
@require_POST
def begin(request: StaffRequest, key: str) -> HttpResponse:
    """A draft of the version that is newest."""
    case_type = _of(key)
    draft = or_say(
        request,
        lambda: begin_draft(case_type.key, case_type.document, by=request.staff, at=request.now),
    )
    draft = draft or JourneyDraft.objects.open().filter(key=case_type.key).first()
    return redirect("desk-journey-draft", draft.pk) if draft else redirect("desk-making")


@staff_may(Right.WRITE_JOURNEYS)
@require_GET
def export(request: StaffRequest, key: str) -> HttpResponse:
    """As a signed file; there is nobody's data in it."""
    case_type = _of(key)
    response = HttpResponse(packed(case_type, at=request.now), content_type="application/json")
    name = f"{request.municipality.slug}-{case_type.slug}-{case_type.version}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@staff_may(Right.PUBLISH_JOURNEYS)
@require_POST
def sharing(request: StaffRequest, key: str) -> HttpResponse:
    case_type = _of(key)
    if "stop" in request.POST:
        stop_sharing(case_type.key, by=request.staff, at=request.now)
    else:
        share(case_type, by=request.staff, at=request.now)
    return redirect("desk-journey", case_type.slug)


def _of(key: str) -> CaseType:
    found = newest_version(key.replace("-", "_"))
    if found is None:
        raise Http404(_("Deze aanvraag is er niet."))
    return found


def _published(key: str) -> Any:
    drafts = JourneyDraft.objects.filter(key=key, published__isnull=False)
    return drafts.select_related("offered_by__account", "decided_by__account", "origin")
