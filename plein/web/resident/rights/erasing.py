"""Wis mijn gegevens: what goes, what must stay and why; asked, thought over, done (AVG art. 17)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.kernel.refusal import Refusal
from plein.vault.actions.erasing import ask_erasure, withdraw_erasure
from plein.vault.actions.opening import vault_of
from plein.vault.models import Erasure, ErasureOutcome, ErasureState
from plein.vault.queries.filled import filled
from plein.vault.retention import rules
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.freshness import ask_again, is_fresh
from plein.web.templatetags.plein_ui import moment

STAYS = ("ontvangstbewijs", "melding", "verwerkingslog", "auditlog", "inlogpoging", "reservekopie")


@vault_only
@require_GET
def forget(request: ResidentRequest) -> HttpResponse:
    """Before, meanwhile and after: one page, that says what happens next."""
    vault = vault_of(request.resident, at=request.now)
    erasure = vault.erasures.exclude(state=ErasureState.WITHDRAWN).order_by("-asked_at").first()
    is_running = erasure is not None and erasure.state != ErasureState.DONE
    context = {
        "running": erasure if is_running else None,
        "steps": _steps(erasure) if erasure and is_running else [],
        "done": None if is_running else erasure,
        "outcomes": _outcomes(erasure) if erasure and not is_running else [],
        "count": len(filled(vault)),
        "stays": [rules()["vault"][key] for key in STAYS],
        "files": list(rules()["files"].values()),
    }
    return render(request, "web/resident/rights/forget.html", context)


def _steps(erasure: Erasure) -> list[dict[str, str]]:
    is_approved = erasure.state == ErasureState.APPROVED
    when = _("Na %(moment)s, in de nacht") % {"moment": moment(erasure.not_before)}
    approved = _("De functionaris gegevensbescherming kijkt mee")
    return [
        {"state": "done", "title": _("U vroeg het"), "meta": moment(erasure.asked_at)},
        {"state": "done" if is_approved else "now", "title": approved, "meta": ""},
        {"state": "now" if is_approved else "todo", "title": _("Wij wissen alles"), "meta": when},
    ]


def _outcomes(erasure: Erasure) -> list[dict[str, object]]:
    found = erasure.outcomes.select_related("recipient__organisation").order_by("id")
    return [_outcome(each) for each in found]


def _outcome(each: ErasureOutcome) -> dict[str, object]:
    """How long it stays is in words where no day is known yet."""
    rule = rules()["files"].get(each.rule)
    return {"outcome": each, "rule": rule, "is_kept": bool(rule and not each.until)}


@vault_only
@require_POST
def ask(request: ResidentRequest) -> HttpResponse:
    if not is_fresh(request):
        return ask_again(request, then=reverse("forget"))
    try:
        ask_erasure(vault_of(request.resident, at=request.now), by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, _("U hebt gevraagd om alles te wissen. U hebt een dag bedenktijd.")
        )
    return redirect("forget")


@vault_only
@require_POST
def withdraw(request: ResidentRequest) -> HttpResponse:
    running = Erasure.objects.running().filter(vault__resident=request.resident).first()
    try:
        if running:
            withdraw_erasure(running, by=request.actor, at=request.now)
            messages.success(request, _("Er wordt niets gewist."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("forget")
