"""Nieuws voor aanbieders: written for all of them or for one scheme, and taken back."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest
from plein.webshop.actions.announcements import Notice, announce, take_back
from plein.webshop.models import Announcement, Scheme, SchemeStatus
from plein.webshop.queries.announcements import written


class AnnouncementForm(PleinForm):
    scheme: "forms.ModelChoiceField[Scheme]" = forms.ModelChoiceField(
        label=gettext_lazy("Voor wie?"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("Alle aanbieders"),
    )
    title = forms.CharField(label=gettext_lazy("Kop"), max_length=80)
    text = forms.CharField(
        label=gettext_lazy("Bericht"),
        help_text=gettext_lazy("Schrijf kort, in gewone woorden en met ‘u’."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "max_length": gettext_lazy("Maak de tekst korter: hoogstens 1.000 letters.")
        },
    )
    starts_on = DayField(label=gettext_lazy("Eerste dag"))
    ends_on = DayField(
        label=gettext_lazy("Laatste dag"),
        help_text=gettext_lazy("Daarna staat het bij eerder nieuws."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = Scheme.objects.exclude(status=SchemeStatus.CLOSED).order_by("name")
        self.fields["scheme"].queryset = open_ones  # type: ignore[attr-defined]
        self.fields["scheme"].label_from_instance = _for_who  # type: ignore[attr-defined]


def _for_who(scheme: Scheme) -> str:
    return _("Wie meedoet aan {scheme}").format(scheme=scheme.name)


@staff_may(Right.REVIEW_PRODUCTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    pages = Pages(request, written(), 25)
    rows = [(each, each.is_shown_on(request.today)) for each in pages.rows]
    return render(request, "web/desk/announcements.html", {"pages": pages, "rows": rows})


@staff_may(Right.REVIEW_PRODUCTS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    form = AnnouncementForm(request.POST or None, initial={"starts_on": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            announce(Notice(**form.cleaned_data), by=request.staff, at=request.now)
        except Refusal as refusal:
            form.add_error("ends_on", str(refusal))
        else:
            messages.success(request, _("Het nieuws is bewaard. De aanbieders horen het."))
            return redirect("desk-announcements")
    status = 422 if form.errors else 200
    return render(request, "web/desk/announcement_form.html", {"form": form}, status=status)


@staff_may(Right.REVIEW_PRODUCTS)
@require_POST
def back(request: StaffRequest, announcement_id: UUID) -> HttpResponse:
    announcement = get_object_or_404(Announcement, pk=announcement_id)
    take_back(announcement, by=request.staff, at=request.now)
    messages.success(request, _("Geen aanbieder ziet dit nieuws nog."))
    return redirect("desk-announcements")
