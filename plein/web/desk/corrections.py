"""Meldingen: what residents say is wrong, passed to who keeps it, and answered in time."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.vault.actions.corrections import examine, forward, mark_changed, refuse_change
from plein.vault.catalogue import catalogue
from plein.vault.correcting import CorrectionAccess, may_be_opened
from plein.vault.gate import read_correction
from plein.vault.models import Correction, CorrectionState
from plein.vault.words import lines
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

MOVES: dict[str, Callable[..., object]] = {
    CorrectionState.FORWARDED: forward,
    CorrectionState.EXAMINED: examine,
    CorrectionState.CHANGED: mark_changed,
}
LONGEST = 2000


class RefuseForm(PleinForm):
    why = forms.CharField(
        label=gettext_lazy("Waarom wordt het niet aangepast?"),
        help_text=gettext_lazy(
            "De inwoner leest dit. Schrijf kort en met ‘u’. Noem geen gegevens."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": gettext_lazy("Schrijf op waarom het niet wordt aangepast.")},
    )


@staff_may(Right.HANDLE_CORRECTIONS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    """What waits, the first due on top. Nothing is opened for this list."""
    pages = Pages(request, Correction.objects.waiting().select_related("version"), 50)
    rows = [_row(correction, request) for correction in pages.rows]
    return render(request, "web/desk/corrections.html", {"pages": pages, "rows": rows})


def _row(correction: Correction, request: StaffRequest) -> dict[str, Any]:
    return {
        "correction": correction,
        "title": catalogue().words(correction.version.element),
        "keeper": catalogue().sources[correction.version.source].keeper,
        "is_late": correction.is_late_on(request.today),
    }


@staff_may(Right.HANDLE_CORRECTIONS)
@require_http_methods(["GET", "POST"])
def show(request: StaffRequest, correction_id: UUID) -> HttpResponse:
    """Open a report, and take the next step with it."""
    reports = Correction.objects.select_related("version", "vault")
    correction = get_object_or_404(reports, pk=correction_id)
    to = request.POST.get("to", "")
    form = RefuseForm(request.POST if to == CorrectionState.REFUSED else None)
    if request.method == "POST" and _step(request, correction, to, form):
        return _onward(to, correction)
    context = _row(correction, request) | _opened(request, correction)
    context |= {"form": form, "steps": _possible(correction)}
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/correction.html", context, status=status)


def _onward(to: str, correction: Correction) -> HttpResponse:
    """An answer ends the work; before that one goes on with the same report."""
    is_answer = to in (CorrectionState.CHANGED, CorrectionState.REFUSED)
    return redirect("desk-corrections") if is_answer else redirect("desk-correction", correction.pk)


def _step(request: StaffRequest, correction: Correction, to: str, form: RefuseForm) -> bool:
    try:
        if to in MOVES:
            MOVES[to](correction, by=request.actor, at=request.now)
        elif form.is_valid():
            refuse_change(correction, form.cleaned_data["why"], by=request.actor, at=request.now)
        else:
            return False
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, _("Bewaard. De inwoner ziet dit meteen."))
    return True


def _possible(correction: Correction) -> set[str]:
    return {str(state) for state in CorrectionState if correction.may_become(state)}


def _opened(request: StaffRequest, correction: Correction) -> dict[str, Any]:
    """What the resident wrote, who it is, and what stands there; only while it is open."""
    if not correction.is_open:
        return {}
    access = CorrectionAccess(request.staff, correction)
    beside = may_be_opened(correction)
    says, found = read_correction(correction, beside, access=access, at=request.now)
    facts = [
        {"key": reading.element.nl, "value": "; ".join(lines(reading.element, reading.value))}
        for reading in found
    ]
    return {"says": says, "facts": facts}
