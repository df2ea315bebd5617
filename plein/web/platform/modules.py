"""Onderdelen: with which parts of Plein the municipality begins."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.starting.actions.keeping import kept_step
from plein.starting.models import Start, Step
from plein.tenants.changes import switch_module
from plein.tenants.models import Module
from plein.tenants.modules import WHEN_OFF
from plein.web.forms import PleinForm
from plein.web.platform.place import go_on, of_start, step_page
from plein.web.platform.refusing import keeps
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


class ModulesForm(PleinForm):
    modules = forms.MultipleChoiceField(
        label=_("Wat staat aan?"),
        help_text=_("De gemeente kan dit later zelf veranderen."),
        choices=Module.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def edit(request: PlatformRequest, start: Start) -> HttpResponse:
    now = start.municipality.modules
    given = request.POST if request.method == "POST" else None
    form = ModulesForm(given, initial={"modules": now})

    def keep() -> None:
        with kept_step(start, Step.MODULES):
            for module in Module:
                if (on := module in form.cleaned_data["modules"]) != (module in now):
                    switch_module(
                        start.municipality, module, on=on, by=request.actor, at=request.now
                    )

    if form.is_valid() and keeps(form, keep):
        return go_on(request, start, Step.MODULES)
    when_off = [(module.label, WHEN_OFF[module]) for module in Module]
    return step_page(request, start, Step.MODULES, "modules", form=form, when_off=when_off)
