"""Iemand mag mij helpen: invite with a code, see who helps, and stop it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.acting_for import CASES, SHOP
from plein.identity.mandate_label import label_of
from plein.identity.mandates import (
    MOST_DAYS,
    WAITS_DAYS,
    NothingToHelpWith,
    WrongEnd,
    end_mandate,
    invite_helper,
)
from plein.identity.models import Mandate, MandateGround, MandateState
from plein.kernel.clock import day_after
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.tenants.models import Module
from plein.vault.catalogue.types import Group
from plein.vault.of_age import own_of_age_on
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest
from plein.web.resident.others.forms import InviteForm
from plein.web.vault_shown import GROUPS

CODE = "help_code"  # in the session, until its page was seen


@vault_only
@require_GET
def helpers(request: ResidentRequest) -> HttpResponse:
    given = request.resident.mandates_given.exclude(state=MandateState.ENDED)
    live = given.filter(until__gt=request.today).order_by("made_at")
    rows = [_row(mandate) for mandate in live]
    return render(request, "web/resident/others/helpers.html", {"rows": rows})


def _row(mandate: Mandate) -> dict[str, Any]:
    return {
        "mandate": mandate,
        "label": label_of(mandate),
        "parts": [_part(part) for part in mandate.parts],
        "is_guardian": mandate.ground == MandateGround.GUARDIAN,
        "waits": mandate.state == MandateState.INVITED,
    }


def _part(part: str) -> str:
    acts = {CASES: _("Aanvragen en afspraken"), SHOP: _("Winkel")}
    return acts.get(part) or str(GROUPS[Group(part)][0])


@vault_only
@require_http_methods(["GET", "POST"])
def invite(request: ResidentRequest) -> HttpResponse:
    form = InviteForm(request.POST or None, has_shop=request.municipality.has(Module.WEBSHOP))
    if request.method == "POST" and form.is_valid() and _invite(request, form):
        return redirect("helper-code")
    context = {"form": form, "from": day_after(request.today), "days": MOST_DAYS}
    status = 422 if form.errors else 200
    return render(request, "web/resident/others/invite.html", context, status=status)


def _invite(request: ResidentRequest, form: InviteForm) -> bool:
    given = form.cleaned_data
    try:
        _mandate, code = invite_helper(
            request.resident,
            given["parts"],
            label=given["label"],
            until=given["until"],
            at=request.now,
            of_age_on=own_of_age_on(request.resident, at=request.now),
        )
    except (WrongEnd, NothingToHelpWith) as refusal:
        form.add_error("until" if isinstance(refusal, WrongEnd) else "parts", str(refusal))
        return False
    request.session[CODE] = code
    return True


@vault_only
@require_GET
def code(request: ResidentRequest) -> HttpResponse:
    """Shown as long as the session lasts, so that nobody has to write in a hurry."""
    if CODE not in request.session:
        return redirect("helpers")
    context = {"code": spaced(request.session[CODE]), "days": WAITS_DAYS}
    return render(request, "web/resident/others/code.html", context)


@vault_only
@require_POST
def stop(request: ResidentRequest, mandate_id: UUID) -> HttpResponse:
    mandate = get_object_or_404(request.resident.mandates_given, pk=mandate_id)
    request.session.pop(CODE, None)
    try:
        end_mandate(mandate, by=request.resident, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Gestopt. Deze persoon ziet niets meer van u."))
    return redirect("helpers")
