"""Overnemen: a journey of another municipality, from a file or from what is shared here."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.authoring.actions.adopting import (
    OriginNotConfirmed,
    adopt,
    adopted_before,
    confirm_origin,
    is_other_key,
    origin_of,
    take_over,
    to_choose,
)
from plein.authoring.models import JourneyDraft, SharedJourney
from plein.authoring.package import MOST_BYTES, Package, unpacked
from plein.cases.offered import newest_version
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.desk.journeys.difference_words import choice_name, row_of
from plein.web.desk.journeys.forms import KeyForm, PackageForm
from plein.web.desk.journeys.refusing import or_say
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.WRITE_JOURNEYS)
@require_http_methods(["GET", "POST"])
def read_in(request: StaffRequest) -> HttpResponse:
    """What others have; or a file."""
    form = PackageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _looked_at(request, unpacked(form.cleaned_data["file"].read(MOST_BYTES + 1)))
        except Refusal as refusal:
            form.add_error("file", str(refusal))
    others = SharedJourney.objects.exclude(host=request.municipality.host)
    context = {"form": form, "others": others.order_by("name", "municipality_name")}
    status = 422 if form.errors else 200
    return render(request, "web/desk/journeys/adopt.html", context, status=status)


@staff_may(Right.WRITE_JOURNEYS)
@require_POST
def look(request: StaffRequest) -> HttpResponse:
    """One that was shared here."""
    number = request.POST.get("shared", "")
    shared = get_object_or_404(SharedJourney, pk=number if number.isdecimal() else 0)
    return _or_back(request, shared.package)


@staff_may(Right.WRITE_JOURNEYS)
@require_POST
def confirm(request: StaffRequest) -> HttpResponse:
    """Somebody compared the fingerprint. The package comes along, and is checked once more."""
    package = or_say(request, lambda: unpacked(_text(request).encode()))
    if package is None:
        return redirect("desk-journey-adopt")
    confirm_origin(package, by=request.staff, at=request.now)
    return _or_back(request, package.text)


@staff_may(Right.WRITE_JOURNEYS)
@require_POST
def take(request: StaffRequest) -> HttpResponse:
    """As it is, under a key of its own; or what was chosen of the differences."""
    package = or_say(request, lambda: unpacked(_text(request).encode()))
    form = KeyForm(request.POST)
    if package is None:
        return redirect("desk-journey-adopt")
    if not form.is_valid():
        return _page(request, package, form)
    key: str = form.cleaned_data["key"]
    given: dict[str, Any] = {"by": request.staff, "at": request.now}
    if not _is_known(key):
        draft = or_say(request, lambda: adopt(package, key, **given))
    elif request.POST.get("kiezen") != key:  # the differences were not seen, or of another key
        return _page(request, package, form)
    else:
        found = {choice_name(each.place): each.place for each in to_choose(package, key)}
        chosen = [place for name, place in found.items() if request.POST.get(name) == "over"]
        draft = or_say(request, lambda: take_over(package, key, chosen, **given))
    if draft is None:
        return redirect("desk-journey-adopt")
    messages.success(request, _("Overgenomen als concept. Pas het aan en bied het aan."))
    return redirect("desk-journey-draft", draft.pk)


def _text(request: StaffRequest) -> str:
    """A form sends its lines with another end than the file has."""
    return request.POST.get("package", "").replace("\r\n", "\n")


def _or_back(request: StaffRequest, text: str) -> HttpResponse:
    package = or_say(request, lambda: unpacked(text.encode()))
    found = package and or_say(request, lambda: _looked_at(request, package))
    return found or redirect("desk-journey-adopt")


def _looked_at(request: StaffRequest, package: Package) -> HttpResponse:
    """Raises `OwnJourney`."""
    try:
        origin_of(package)
    except OriginNotConfirmed:
        context = {"package": package, "is_other_key": is_other_key(package)}
        return render(request, "web/desk/journeys/confirm.html", context)
    return _page(request, package, KeyForm(initial={"key": package.key}))


def _page(request: StaffRequest, package: Package, form: KeyForm) -> HttpResponse:
    """With the differences, where there is one of this key already."""
    key = str(form["key"].value())
    rows: list[dict[str, Any]] = []
    if is_known := _is_known(key):
        rows = [row_of(each) for each in to_choose(package, key)]
    context = {
        "package": package,
        "form": form,
        "is_known": is_known,
        "before": adopted_before(package, key),
        "rows": rows,
    }
    status = 422 if form.errors else 200
    return render(request, "web/desk/journeys/take.html", context, status=status)


def _is_known(key: str) -> bool:
    return newest_version(key) is not None or JourneyDraft.objects.open().filter(key=key).exists()
