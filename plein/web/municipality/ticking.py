"""Afvinken: the day it was done and a note, by who is signed in."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.identity.models import Account
from plein.kernel.refusal import Refusal
from plein.starting.actions.ticking import tick, untick
from plein.starting.checklist import TO_TICK
from plein.starting.models import Tick
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.request import PleinRequest


class TickForm(PleinForm):
    done_on = DayField(label=gettext_lazy("Op welke dag was dit klaar?"))
    note = forms.CharField(
        label=gettext_lazy("Waar staat het, en wie deed het?"),
        help_text=gettext_lazy("Bijvoorbeeld: zaak 2026-114, getekend door de directeur."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def tick_page(request: PleinRequest, key: str, *, account: Account, back: str) -> HttpResponse:
    """`back` is the list. Raises `Http404` for a line that Plein works out itself."""
    if key not in TO_TICK:
        raise Http404
    now = Tick.objects.filter(item=key).first()
    if request.method == "POST" and "weg" in request.POST:
        untick(key, by=request.actor, at=request.now)
        messages.success(request, _("Het vinkje is weg."))
        return redirect(back)
    first = {"done_on": now.done_on, "note": now.note} if now else {"done_on": request.today}
    form = TickForm(request.POST or None, initial=first)
    if form.is_valid():
        given = form.cleaned_data
        try:
            tick(
                key,
                given["done_on"],
                given["note"],
                account=account,
                by=request.actor,
                at=request.now,
            )
        except Refusal as refusal:
            form.add_error("done_on", str(refusal))
        else:
            messages.success(request, _("Afgevinkt."))
            return redirect(back)
    context = {"form": form, "item": TO_TICK[key], "tick": now, "back": back}
    status = 422 if form.errors else 200
    return render(request, "web/municipality/tick.html", context, status=status)
