"""Medewerkers: who comes in first. Two beheerders at least, as they open the municipality."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from plein.identity.models import Staff
from plein.identity.roles import Role
from plein.kernel.refusal import Refusal
from plein.starting.actions.inviting import invite_first, take_back_invitation
from plein.starting.facts import who_came_in
from plein.starting.models import Start, Step
from plein.web.forms import PleinForm
from plein.web.platform.place import of_start, step_page
from plein.web.platform.refusing import keeps
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


class InviteForm(PleinForm):
    name = forms.CharField(label=gettext_lazy("Naam"), max_length=100)
    email = forms.EmailField(label=gettext_lazy("E-mailadres bij de gemeente"), max_length=200)
    team = forms.CharField(
        label=gettext_lazy("Team"),
        help_text=gettext_lazy("Inwoners lezen welk team hun gegevens zag."),
        max_length=100,
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Rollen"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def index(request: PlatformRequest, start: Start) -> HttpResponse:
    first = {"team": _("Functioneel beheer"), "roles": [Role.MUNICIPALITY_MANAGER]}
    form = InviteForm(request.POST or None, initial=first)

    def keep() -> None:
        given: dict[str, Any] = form.cleaned_data
        invite_first(start, **given, by=request.administrator, at=request.now)

    if form.is_valid() and keeps(form, keep, "email"):
        messages.success(request, _("%(name)s krijgt een e-mail.") % form.cleaned_data)
        return redirect("platform-mensen", start.municipality.slug)
    return step_page(request, start, Step.PEOPLE, "people", form=form, people=_people())


@platform_only
@require_POST
@of_start
def take_back(request: PlatformRequest, start: Start, staff_id: UUID) -> HttpResponse:
    try:
        take_back_invitation(start, staff_id, by=request.administrator, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("platform-mensen", start.municipality.slug)


def _people() -> list[dict[str, Any]]:
    inside = set(who_came_in().values_list("pk", flat=True))
    return [
        {
            "staff": each,
            "roles": ", ".join(str(Role(role).label) for role in each.roles),
            "is_inside": each.pk in inside,
            "can_be_taken_back": each.account.last_login is None,
        }
        for each in Staff.objects.select_related("account").order_by("account__name")
    ]
