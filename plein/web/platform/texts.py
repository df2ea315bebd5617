"""Contact en teksten: where residents find help, who is about privacy, and our own words."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from plein.starting.actions.keeping import kept_step
from plein.starting.models import Start, Step
from plein.tenants.changes import change_texts
from plein.web.municipality.texts_form import TextsForm, as_shown
from plein.web.platform.place import go_on, of_start, step_page
from plein.web.platform.refusing import keeps
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def edit(request: PlatformRequest, start: Start) -> HttpResponse:
    place = start.municipality
    form = TextsForm(request.POST or None, initial=as_shown(place))

    def keep() -> None:
        with kept_step(start, Step.TEXTS):
            contact, texts = form.contact(), form.texts()
            change_texts(place, contact, texts, by=request.actor, at=request.now)

    if form.is_valid() and keeps(form, keep):
        return go_on(request, start, Step.TEXTS)
    return step_page(request, start, Step.TEXTS, "texts", form=form)
