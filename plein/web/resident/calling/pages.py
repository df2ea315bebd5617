"""A call that the resident asks for: number, subject and part of the day; and how far it is."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.appointments.actions.calling_back import ask_for_a_call, sealed_parts, withdraw_call
from plein.appointments.models import CallBack, DayPart
from plein.appointments.models.callbacks import CallBackQuerySet
from plein.audit.actions import Purpose
from plein.identity.gate import read_sealed
from plein.kernel.refusal import Refusal
from plein.web.from_page import FROM, FromPageForm
from plein.web.policies import resident_only
from plein.web.request import ResidentRequest

WHY = Purpose("omdat u bekeek wat u ons vroeg", "AVG artikel 15")
LONGEST = 200  # characters


class CallForm(FromPageForm):
    phone = forms.RegexField(
        r"^\s*\+?[0-9](?:[ -]?[0-9]){8,14}\s*$",
        label=gettext_lazy("Op welk nummer bellen wij u?"),
        widget=forms.TextInput(
            attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel", "dir": "ltr"}
        ),
        error_messages={
            "required": gettext_lazy("Vul uw telefoonnummer in. Bijvoorbeeld: 06 12345678"),
            "invalid": gettext_lazy("Schrijf uw telefoonnummer met cijfers: 06 12345678"),
        },
    )
    subject = forms.CharField(
        label=gettext_lazy("Waar gaat het over?"),
        help_text=gettext_lazy("Een paar woorden zijn genoeg."),
        max_length=LONGEST,
    )
    part = forms.ChoiceField(
        label=gettext_lazy("Wanneer bellen wij u het liefst?"),
        choices=DayPart.choices,
        initial=DayPart.ANY,
        widget=forms.RadioSelect,
    )


@resident_only
@require_http_methods(["GET", "POST"])
def new(request: ResidentRequest) -> HttpResponse:
    """Who asked already sees how far that is."""
    if waiting := _own(request).waiting().first():
        return redirect("callback", waiting.pk)
    form = CallForm(request.POST or None, initial={FROM: request.GET.get(FROM)})
    if form.is_valid():
        given = form.cleaned_data
        try:
            asked = ask_for_a_call(
                request.resident,
                given["phone"],
                given["subject"],
                given["part"],
                page=form.told_page,
                by=request.actor,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Wij hebben het ontvangen."))
            return redirect("callback", asked.pk)
    status = 422 if form.errors else 200
    return render(request, "web/resident/calling/new.html", {"form": form}, status=status)


@resident_only
@require_GET
def show(request: ResidentRequest, callback_id: UUID) -> HttpResponse:
    callback = get_object_or_404(_own(request), pk=callback_id)
    texts = sealed_parts(callback)
    opened = (
        read_sealed(request.resident, texts, purpose=WHY, by=request.actor, at=request.now)
        if texts
        else ["", ""]
    )
    context = {
        "callback": callback,
        "phone": opened[0],
        "subject": opened[1],
        "is_late": callback.is_late_on(request.today),
    }
    return render(request, "web/resident/calling/one.html", context)


@resident_only
@require_POST
def withdraw(request: ResidentRequest, callback_id: UUID) -> HttpResponse:
    callback = get_object_or_404(_own(request), pk=callback_id)
    try:
        withdraw_call(callback, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Wij bellen u niet meer."))
    return redirect("callback", callback.pk)


def _own(request: ResidentRequest) -> CallBackQuerySet:
    return CallBack.objects.of(request.resident)
