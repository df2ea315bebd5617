"""Niemand mag kijken: a lock on the whole vault, and what goes on all the same."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.vault.actions.freezing import freeze, thaw
from plein.vault.actions.opening import vault_of
from plein.vault.models import UseKind
from plein.vault.queries.shared import running_grants
from plein.web.policies import vault_only
from plein.web.request import ResidentRequest

THAW = "open"


@vault_only
@require_http_methods(["GET", "POST"])
def lock(request: ResidentRequest) -> HttpResponse:
    vault = vault_of(request.resident, at=request.now)
    if request.method == "POST":
        if request.POST.get("lock") == THAW:
            thaw(vault, by=request.actor, at=request.now)
            messages.success(request, _("Het slot is weg. Wie u gegevens gaf, mag weer kijken."))
        else:
            freeze(vault, by=request.actor, at=request.now)
            messages.success(request, _("Het slot zit erop. Niemand mag nu kijken."))
        return redirect("sharing-lock")
    running = list(running_grants(vault, request.now))
    context = {
        "vault": vault,
        "shut": [grant for grant in running if grant.use.kind != UseKind.LAW],
        "by_law": [grant for grant in running if grant.use.kind == UseKind.LAW],
    }
    return render(request, "web/resident/sharing/lock.html", context)
