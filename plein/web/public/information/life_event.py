"""A life event as a timeline. Who gives a day sees dates; the day is not kept anywhere.

The day is sent as a form, and not in the address: an address stays in histories and logs.
"""

from datetime import date
from typing import ClassVar

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.content.library import shown_on
from plein.content.life_events import LIFE_EVENTS, LifeEvent
from plein.content.timeline import Moment, timeline
from plein.web.fields import DayField
from plein.web.forms import PleinForm
from plein.web.policies import public
from plein.web.public.information.told import beside, told
from plein.web.public.information.when_words import when_words
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
    about = LIFE_EVENTS.get(event)
    if about is None:
        raise Http404
    form = DayForm(about, request.POST) if request.method == "POST" else DayForm(about)
    day = form.cleaned_data["dag"] if form.is_bound and form.is_valid() else None
    parts = [
        {"part": part, "moments": [_shown(each, about, request.today) for each in moments]}
        for part, moments in timeline(shown_on(request.today), event, day).items()
        if moments
    ]
    context = {"event": about, "form": form, "day": day, "parts": parts}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "web/public/information/life_event.html", context, status=status)


def _shown(moment: Moment, event: LifeEvent, today: date) -> dict[str, object]:
    its = told(moment.item, today)
    return {
        "told": its,
        "dutch": beside(its, event, today),
        "when": when_words(moment),
        "on": moment.on,
    }
