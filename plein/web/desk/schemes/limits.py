"""Grenzen: how often something may be bought, and for how much, from one regeling."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from plein.identity.roles import Right
from plein.web.fields import MoneyField
from plein.web.forms import PleinForm
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.limits import Limit, add_limit, drop_limit
from plein.webshop.limits import limit_words, limits_of
from plein.webshop.models import (
    Category,
    LimitRule,
    LimitScope,
    LimitWindow,
    ProductGroup,
    SchemePeriod,
)


class LimitForm(PleinForm):
    """Of what, for whom, over what time, and how much."""

    group = forms.CharField(
        label=gettext_lazy("Groep producten"),
        help_text=gettext_lazy("Bijvoorbeeld Laptop. U zet producten in een groep bij Producten."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"list": "groepen"}),
    )
    category = forms.ChoiceField(
        label=gettext_lazy("Of een hele soort"),
        required=False,
        choices=[("", gettext_lazy("alles samen")), *Category.choices],
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("Wie telt samen?"), choices=LimitScope.choices, widget=forms.RadioSelect
    )
    window = forms.ChoiceField(
        label=gettext_lazy("Over welke tijd?"),
        choices=LimitWindow.choices,
        widget=forms.RadioSelect,
    )
    years = forms.IntegerField(
        label=gettext_lazy("Hoeveel jaar?"), required=False, min_value=1, max_value=20
    )
    most = forms.IntegerField(
        label=gettext_lazy("Hoogstens hoeveel stuks?"), required=False, min_value=1, max_value=1000
    )
    most_cents = MoneyField(
        label=gettext_lazy("Of hoogstens hoeveel geld?"), required=False, min_cents=1
    )
    age_from = forms.IntegerField(
        label=gettext_lazy("Vanaf leeftijd"), required=False, min_value=0, max_value=120
    )
    age_last = forms.IntegerField(
        label=gettext_lazy("Tot en met leeftijd"), required=False, min_value=0, max_value=120
    )

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("group") and given.get("category"):
            self.add_error("category", _("Kies een groep of een soort, niet allebei."))
        if (given.get("most") is None) == (given.get("most_cents") is None):
            self.add_error("most", _("Vul een aantal stuks in, of een bedrag."))
        if (given.get("window") == LimitWindow.YEARS) != (given.get("years") is not None):
            self.add_error("years", _("Vul in over hoeveel jaar, alleen bij een aantal jaren."))
        self._check_ages(given)
        return given

    def _check_ages(self, given: dict[str, Any]) -> None:
        first, last = given.get("age_from"), given.get("age_last")
        if given.get("scope") == LimitScope.HOUSEHOLD and (first is not None or last is not None):
            self.add_error("age_from", _("Een leeftijd kan alleen bij een grens per persoon."))
        if first is not None and last is not None and last < first:
            self.add_error("age_last", _("Deze leeftijd is lager dan de eerste. Draai ze om."))

    def limit(self) -> Limit:
        given = self.cleaned_data
        last = given["age_last"]
        return Limit(
            scope=LimitScope(given["scope"]),
            window=LimitWindow(given["window"]),
            most=given["most"],
            most_cents=given["most_cents"],
            group=given["group"],
            category=given["category"],
            years=given["years"],
            age_from=given["age_from"],
            age_until=None if last is None else last + 1,
        )


@staff_may(Right.MANAGE_SCHEMES)
@require_http_methods(["GET", "POST"])
def index(request: StaffRequest, period_id: UUID) -> HttpResponse:
    period = _period(period_id)
    form = LimitForm(request.POST or None, initial={"scope": LimitScope.MEMBER})
    if request.method == "POST" and form.is_valid():
        add_limit(period.scheme, form.limit(), by=request.staff, at=request.now)
        messages.success(request, _("De grens geldt vanaf nu."))
        return redirect("desk-limits", period.pk)
    context = {
        "period": period,
        "limits": [(each, limit_words(each)) for each in limits_of([period.scheme_id])],
        "groups": ProductGroup.objects.order_by("name"),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/desk/schemes/limits.html", context, status=status)


@staff_may(Right.MANAGE_SCHEMES)
@require_POST
def drop(request: StaffRequest, period_id: UUID, limit_id: UUID) -> HttpResponse:
    period = _period(period_id)
    limit = get_object_or_404(LimitRule, pk=limit_id, scheme=period.scheme_id)
    drop_limit(limit, by=request.staff, at=request.now)
    messages.success(request, _("De grens is weg."))
    return redirect("desk-limits", period.pk)


def _period(period_id: UUID) -> SchemePeriod:
    return get_object_or_404(SchemePeriod.objects.select_related("scheme"), pk=period_id)
