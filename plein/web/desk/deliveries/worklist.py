"""Who has to hear something that no mail brings, and that they heard it."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from plein.cases.models import Case
from plein.delivery.actions.moving import BY_POST, done_by_hand
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice, subject_of
from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import spaced
from plein.payments.models import Award
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

ON_PAGE = 50


class HowForm(PleinForm):
    how = forms.ChoiceField(
        choices=[
            ("gebeld", gettext_lazy("Gebeld")),
            (BY_POST, gettext_lazy("Brief verstuurd")),
        ]
    )


@staff_may(Right.HANDLE_CASES)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    return worklist(request)


def worklist(request: StaffRequest, *, unreachable: Collection[UUID] = ()) -> HttpResponse:
    """Longest waiting first. Without names: those stand in the aanvraag, which logs the look.

    `unreachable` are deliveries for which no letter can be made.
    """
    pages = Pages(request, Delivery.objects.by_hand(), ON_PAGE)
    topics = [each.about for each in pages.rows if each.about]
    cases = {case.topic_id: case for case in Case.objects.filter(topic__in=topics)}
    benefits = dict(Award.objects.filter(topic__in=topics).values_list("topic", "number"))
    rows = [_row(each, cases.get(each.about), benefits, unreachable) for each in pages.rows]
    ways = HowForm.base_fields["how"].choices  # type: ignore[attr-defined]
    context = {"rows": rows, "pages": pages, "ways": ways, "lost": len(unreachable)}
    return render(request, "web/desk/deliveries/worklist.html", context)


def _row(
    delivery: Delivery,
    case: Case | None,
    benefits: Mapping[UUID, str],
    unreachable: Collection[UUID],
) -> dict[str, Any]:
    return {
        "delivery": delivery,
        "says": subject_of(Notice(delivery.notice), delivery.matter, delivery.day),
        "case": case,
        "number": spaced(case.number) if case else "",
        "benefit": benefits.get(delivery.about, "") if delivery.about else "",
        "problem": delivery.problem or _("wil geen e-mail of heeft geen adres"),
        "read_at": delivery.read_at,
        "is_lost": delivery.pk in unreachable,
    }


@staff_may(Right.HANDLE_CASES)
@require_POST
def done(request: StaffRequest, delivery_id: UUID) -> HttpResponse:
    """How it was done is the proof."""
    delivery = get_object_or_404(Delivery, pk=delivery_id)
    form = HowForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Kies of u belde of een brief verstuurde."))
        return redirect("desk-deliveries")
    try:
        done_by_hand(delivery, form.cleaned_data["how"], by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.info(request, str(refusal))
    else:
        messages.success(request, _("Genoteerd. De inwoner weet het."))
    return redirect("desk-deliveries")
