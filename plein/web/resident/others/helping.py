"""Ik help iemand: type a code, see whom one helps, and look at what that person chose."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.acting_for import CASES, SHOP
from plein.identity.mandate_label import label_of
from plein.identity.mandates import UnknownHelpCode, end_mandate, take_up_mandate
from plein.identity.models import Mandate
from plein.kernel.refusal import Refusal
from plein.tenants.models import Module
from plein.vault.actions.opening import vault_of
from plein.vault.helped import HelperAccess, HelpHasEnded, is_for_helper
from plein.web.guessing import within_limit
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.others.forms import HelpCodeForm
from plein.web.resident.others.viewing import Looking, all_elements, seen_by


@vault_only
@require_http_methods(["GET", "POST"])
def helping(request: ResidentRequest) -> HttpResponse:
    """A list, and the field for a code."""
    form = HelpCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (mandate := _take_up(request, form)):
        return redirect("helped", mandate.pk)
    live = request.resident.mandates_held.running(request.today).order_by("made_at")
    context = {"form": form, "rows": [(each, label_of(each)) for each in live]}
    status = 422 if form.errors else 200
    return render(request, "web/resident/others/helping.html", context, status=status)


def _take_up(request: ResidentRequest, form: HelpCodeForm) -> Mandate | None:
    typed, who = form.cleaned_data["code"], f"help-{request.resident.pk}"
    try:
        return within_limit(
            lambda: take_up_mandate(request.resident, typed, at=request.now),
            who=who,
            wrong=UnknownHelpCode,
            at=request.now,
        )
    except Refusal as refusal:
        form.add_error("code", str(refusal))
        return None


@vault_only
@require_GET
def helped(request: ResidentRequest, mandate_id: UUID) -> HttpResponse:
    """The parts that were chosen."""
    mandate = _held(request, mandate_id)
    if not mandate.runs_on(request.today):
        return _over(request, HelpHasEnded())
    looking = _looking(mandate, request.now)
    context = {
        "label": looking.label,
        "parts": looking.parts(),
        "mandate": mandate,
        "may_act": CASES in mandate.parts,
        "may_shop": SHOP in mandate.parts and request.municipality.has(Module.WEBSHOP),
        "stop": mandate.pk,
        "back": "helping",
    }
    return render(request, "web/resident/others/person.html", context)


@vault_only
@require_GET
def part(request: ResidentRequest, mandate_id: UUID, group: str) -> HttpResponse:
    """The values of one part; each look is in the log of who is helped."""
    mandate = _held(request, mandate_id)
    looking = _looking(mandate, request.now)
    try:
        context = looking.values(request, group)
    except Refusal as refusal:
        return _over(request, refusal)
    context |= {"label": looking.label, "page": "helped", "key": mandate.pk}
    return render(request, "web/resident/others/part.html", context)


@vault_only
@require_POST
def stop(request: ResidentRequest, mandate_id: UUID) -> HttpResponse:
    end_mandate(_held(request, mandate_id), by=request.resident, at=request.now)
    messages.success(request, _("Gestopt. U helpt deze persoon niet meer."))
    return redirect("helping")


def _held(request: ResidentRequest, mandate_id: UUID) -> Mandate:
    held = request.resident.mandates_held.select_related("giver__vault")
    return get_object_or_404(held, pk=mandate_id)


def _looking(mandate: Mandate, at: datetime) -> Looking:
    """Who never came in has an empty vault: that is what a helper sees as well."""
    vault = getattr(mandate.giver, "vault", None) or vault_of(mandate.giver, at=at)
    elements = seen_by(each for each in all_elements() if is_for_helper(each, mandate))
    return Looking(
        vault, HelperAccess(mandate), label_of(mandate), elements, "helped-part", mandate.pk
    )


def _over(request: ResidentRequest, refusal: Refusal) -> HttpResponse:
    messages.error(request, str(refusal))
    return redirect("helping")
