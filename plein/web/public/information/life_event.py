"""A life event as a timeline. Who gives a day sees dates; the day is not kept anywhere.

The day is sent as a form, and not in the address: an address stays in histories and logs.
"""

from datetime import date
from itertools import chain
from typing import ClassVar

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.content.eighteen import EVENT
from plein.content.library import shown_on
from plein.content.life_events import LIFE_EVENTS, LifeEvent
from plein.content.planning import plans
from plein.content.timeline import timeline
from plein.tenants.models import Module
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.policies import public
from plein.web.public.information.moments import calendar_of, shown_parts
from plein.web.request import PleinRequest

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


class DayForm(PleinForm):
    marks_optional: ClassVar[bool] = False
    dag = DayField(help_text=_("Bijvoorbeeld: 31-12-2026. Wij bewaren deze dag niet."))

    def __init__(self, event: LifeEvent, *args: object) -> None:
        super().__init__(*args)
        self.fields["dag"].label = str(event.asks)
        self.fields["dag"].error_messages["required"] = _("Vul een dag in, of lees zonder dag.")

    def clean_dag(self) -> date:
        day: date = self.cleaned_data["dag"]
        if not EARLIEST <= day < LATEST:
            self.add_error("dag", _("Deze dag is te ver weg. Kijk of het jaar klopt."))
        return day


@public
@require_http_methods(["GET", "POST"])
def life_event(request: PleinRequest, event: str) -> HttpResponse:
    about = _known(event)
    form = DayForm(about, request.POST) if request.method == "POST" else DayForm(about)
    return _page(request, about, form)


@public
@require_POST
def for_calendar(request: PleinRequest, event: str) -> HttpResponse:
    """The day comes as on the page itself: in a form, and is kept nowhere."""
    about = _known(event)
    form = DayForm(about, request.POST)
    if not form.is_valid():
        return _page(request, about, form)
    parts = timeline(shown_on(request.today), event, form.cleaned_data["dag"])
    return calendar_of(request, event, chain(*parts.values()))


def _known(event: str) -> LifeEvent:
    about = LIFE_EVENTS.get(event)
    if about is None:
        raise Http404
    return about


def _page(request: PleinRequest, about: LifeEvent, form: DayForm) -> HttpResponse:
    day = form.cleaned_data["dag"] if form.is_bound and form.is_valid() else None
    parts = timeline(shown_on(request.today), about.key, day)
    context = {
        "event": about,
        "form": form,
        "day": day,
        "has_weights": about.key in plans(),
        "has_own": about.key == EVENT and request.municipality.has(Module.VAULT),
        "parts": shown_parts(parts, about, request.today),
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "web/public/information/life_event.html", context, status=status)
