"""Klopt dit niet? A report about one value, and how far it is (AVG art. 16)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.audit.actions import Purpose
from plein.kernel.refusal import Refusal
from plein.vault.access import OwnAccess
from plein.vault.actions.corrections import (
    ANSWER_WITHIN,
    AlreadyReported,
    object_to_refusal,
    report_wrong,
    withdraw_report,
)
from plein.vault.actions.opening import vault_of
from plein.vault.catalogue import catalogue
from plein.vault.disputes import open_reports
from plein.vault.gate import read_correction
from plein.vault.models import Correction, CorrectionState, Vault, VaultValue
from plein.vault.retention import day_after_term
from plein.web.forms import PleinForm
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.rights.report_words import steps_of, turn_of
from plein.web.resident.vault.value import element_or_404

LOOKED = Purpose("omdat u uw melding bekeek", "AVG artikel 15")


class ReportForm(PleinForm):
    says = forms.CharField(
        label=gettext_lazy("Wat moet het zijn?"),
        help_text=gettext_lazy("Schrijf kort op wat er volgens u hoort te staan."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        error_messages={"required": gettext_lazy("Schrijf op wat het volgens u moet zijn.")},
    )


@vault_only
@require_http_methods(["GET", "POST"])
def report(request: ResidentRequest, key: str) -> HttpResponse:
    """Say what it should be. Who reported it already is brought to that report."""
    element, vault = element_or_404(key), vault_of(request.resident, at=request.now)
    version = _newest_of_source(vault, key)
    if running := open_reports(vault, key).first():
        return redirect("report", running.pk)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _report(request, version, form.cleaned_data["says"])
    context = {
        "element": element,
        "form": form,
        "keeper": catalogue().sources[version.source].keeper,
        "due_on": day_after_term(ANSWER_WITHIN, request.today),
    }
    status = 422 if form.errors else 200
    return render(request, "web/resident/rights/report_form.html", context, status=status)


def _newest_of_source(vault: Vault, key: str) -> VaultValue:
    own = Q(is_own=True) | Q(source="inwoner")
    newest = vault.values.exclude(own).filter(element=key, content__isnull=False)
    version = newest.select_related("vault").order_by("-number").first()
    if version is None:
        raise Http404
    return version


def _report(request: ResidentRequest, version: VaultValue, says: str) -> HttpResponse:
    try:
        made = report_wrong(version, says, by=request.actor, at=request.now)
    except AlreadyReported:
        made = open_reports(version.vault, version.element).get()
    else:
        messages.success(request, _("Wij hebben uw melding. U krijgt antwoord."))
    return redirect("report", made.pk)


@vault_only
@require_GET
def reports(request: ResidentRequest) -> HttpResponse:
    rows = [(each, _title(each)) for each in own_reports(request).order_by("-reported_at")]
    return render(request, "web/resident/rights/reports.html", {"rows": rows})


@vault_only
@require_GET
def show(request: ResidentRequest, correction_id: UUID) -> HttpResponse:
    """Where it stands, who is at turn and by when; and what the resident wrote."""
    found = get_object_or_404(own_reports(request), pk=correction_id)
    access = OwnAccess(request.resident, purpose=LOOKED, activity="correctie@1")
    says, _beside = read_correction(found, access=access, at=request.now)
    context: dict[str, Any] = {
        "correction": found,
        "title": _title(found),
        "says": says,
        "steps": steps_of(found),
        "turn": turn_of(found),
        "can_withdraw": found.may_become(CorrectionState.WITHDRAWN),
        "can_object": found.may_become(CorrectionState.OBJECTED),
        "is_changed": found.state in (CorrectionState.TOLD, CorrectionState.DONE),
        "is_late": found.is_late_on(request.today),
    }
    return render(request, "web/resident/rights/report.html", context)


@vault_only
@require_POST
def withdraw(request: ResidentRequest, correction_id: UUID) -> HttpResponse:
    words = _("Uw melding is ingetrokken.")
    return _change(request, correction_id, withdraw_report, words)


@vault_only
@require_POST
def disagree(request: ResidentRequest, correction_id: UUID) -> HttpResponse:
    words = _("Wij kijken er nog een keer naar.")
    return _change(request, correction_id, object_to_refusal, words)


def _change(
    request: ResidentRequest, correction_id: UUID, change: Callable[..., None], words: str
) -> HttpResponse:
    found = get_object_or_404(own_reports(request), pk=correction_id)
    try:
        change(found, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words)
    return redirect("report", found.pk)


def own_reports(request: ResidentRequest) -> QuerySet[Correction]:
    own = Correction.objects.filter(vault__resident=request.resident)
    return own.select_related("version", "vault")


def _title(correction: Correction) -> str:
    return catalogue().words(correction.version.element)
