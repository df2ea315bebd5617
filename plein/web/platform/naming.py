"""Naam en adres: the first step, with which a municipality begins to exist."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.kernel.refusal import Refusal
from plein.starting.actions.beginning import begin_start
from plein.starting.actions.keeping import kept_step
from plein.starting.models import Start, Step
from plein.tenants.changes import change_naming
from plein.tenants.models import Municipality
from plein.tenants.naming import (
    LONGEST_HOST,
    LONGEST_SLUG,
    CodeIsTaken,
    HostIsTaken,
    Naming,
    read_cbs_code,
    read_host,
    read_rsin,
    read_slug,
)
from plein.web.fields import IbanField
from plein.web.forms import PleinForm
from plein.web.platform.place import go_on, of_start, step_page
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest

READ = {"slug": read_slug, "host": read_host, "cbs_code": read_cbs_code, "rsin": read_rsin}


class NamingForm(PleinForm):
    name = forms.CharField(
        label=_("Naam van de gemeente"),
        help_text=_("Zonder het woord gemeente ervoor. Bijvoorbeeld: Borger-Odoorn"),
        max_length=80,
    )
    host = forms.CharField(
        label=_("Adres op internet"),
        help_text=_("Zonder https:// ervoor. Bijvoorbeeld: assen.plein.example"),
        max_length=LONGEST_HOST,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
    cbs_code = forms.CharField(
        label=_("Gemeentecode van het CBS"),
        help_text=_("4 cijfers, ook de nul vooraan."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "utrecht-textbox--short"}),
    )
    rsin = forms.CharField(
        label=_("RSIN"),
        help_text=_("9 cijfers, uit het Handelsregister."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "utrecht-textbox--short"}),
    )
    iban = IbanField(
        label=_("Rekening die de aanbieders betaalt"),
        help_text=_("IBAN van de gemeente. Kan wachten; de beheerder ziet hem bij het openen."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        for name in READ.keys() & self.cleaned_data.keys():
            try:
                self.cleaned_data[name] = READ[name](self.cleaned_data[name])
            except Refusal as refusal:
                self.add_error(name, str(refusal))
        return self.cleaned_data

    def naming(self) -> Naming:
        return Naming(**{name: self.cleaned_data[name] for name in NamingForm.base_fields})

    def refused(self, refusal: Refusal) -> None:
        """At the field that it is about."""
        if isinstance(refusal, CodeIsTaken):
            self.add_error(str(refusal.details["kind"]), str(refusal))
        elif isinstance(refusal, HostIsTaken):
            self.add_error(self._taken(), str(refusal))
        else:
            self.add_error(None, str(refusal))

    def _taken(self) -> str:
        slug = self.cleaned_data.get("slug")
        is_taken = slug and Municipality.objects.filter(slug=slug).exists()
        return "slug" if is_taken else "host"


class NewForm(NamingForm):
    slug = forms.CharField(
        label=_("Korte naam"),
        help_text=_("Staat in adressen, en verandert niet meer. Laat leeg voor de gewone naam."),
        max_length=LONGEST_SLUG,
        required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "none"}),
    )
    field_order = ("name", "slug", "host", "cbs_code", "rsin", "iban")

    def clean_slug(self) -> str:
        given = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("name", ""))
        if not given:
            raise ValidationError(_("Vul een korte naam in. Bijvoorbeeld: assen"))
        return str(given)


@platform_only
@require_http_methods(["GET", "POST"])
def new(request: PlatformRequest) -> HttpResponse:
    form = NewForm(request.POST or None)
    if form.is_valid():
        slug = form.cleaned_data["slug"]
        try:
            start = begin_start(slug, form.naming(), by=request.administrator, at=request.now)
        except Refusal as refusal:
            form.refused(refusal)
        else:
            return go_on(request, start, Step.NAMING)
    context = {"form": form, "step": Step.NAMING, "number": 1, "of": len(Step)}
    status = 422 if form.errors else 200
    return render(request, "web/platform/step.html", context, status=status)


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def edit(request: PlatformRequest, start: Start) -> HttpResponse:
    place = start.municipality
    now = {name: getattr(place, name) for name in NamingForm.base_fields}
    form = NamingForm(request.POST or None, initial=now)
    if form.is_valid():
        try:
            with kept_step(start, Step.NAMING):
                change_naming(place, form.naming(), by=request.actor, at=request.now)
        except Refusal as refusal:
            form.refused(refusal)
        else:
            return go_on(request, start, Step.NAMING)
    return step_page(request, start, Step.NAMING, "step", form=form)
