"""A regeling leaves as a file, and one of another municipality comes in as a draft."""

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
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.schemes import NameIsTaken
from plein.webshop.models import SchemePeriod
from plein.webshop.scheme_package import MOST_BYTES, adopt_scheme, packed


class AdoptForm(PleinForm):
    file = forms.FileField(
        label=gettext_lazy("Bestand van de regeling"),
        help_text=gettext_lazy("Een .json-bestand dat een gemeente uit Plein bewaarde."),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Naam bij ons"),
        help_text=gettext_lazy("Laat leeg om de naam uit het bestand te houden."),
        required=False,
        max_length=80,
    )


@staff_may(Right.MANAGE_SCHEMES)
@require_GET
def export(request: StaffRequest, period_id: UUID) -> HttpResponse:
    periods = SchemePeriod.objects.select_related("scheme")
    period = get_object_or_404(periods, pk=period_id)
    response = HttpResponse(packed(period), content_type="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="regeling.json"'
    return response


@staff_may(Right.MANAGE_SCHEMES)
@require_http_methods(["GET", "POST"])
def adopt(request: StaffRequest) -> HttpResponse:
    form = AdoptForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content, name = form.cleaned_data["file"].read(MOST_BYTES + 1), form.cleaned_data["name"]
        try:
            period = adopt_scheme(content, name, by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("name" if isinstance(refusal, NameIsTaken) else "file", str(refusal))
        else:
            messages.success(request, _("De regeling is een concept. Kijk alles na."))
            return redirect("desk-scheme-edit", period.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/schemes/adopt.html", {"form": form}, status=status)
