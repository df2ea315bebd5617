"""Kleuren: as in Beheer gemeente, and stricter: what cannot be read is not kept."""

from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from plein.starting.actions.keeping import kept_step
from plein.starting.models import Start, Step
from plein.tenants.actions import HouseStyle
from plein.tenants.changes import change_style
from plein.tenants.colour import NotAColour
from plein.tenants.shades import NEEDED, TooLight, demand_contrast, nearest_good
from plein.web.municipality.preview import Preview, sheet_of
from plein.web.municipality.style_form import StyleForm, as_chosen
from plein.web.platform.place import go_on, of_start, step_page
from plein.web.platform.refusing import keeps
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


class ReadableStyleForm(StyleForm):
    """`proposed` is the nearest good shade of each colour that was refused."""

    proposed: dict[str, str]

    def clean(self) -> dict[str, Any]:
        self.proposed = {}
        for name in NEEDED:
            if colour := self.cleaned_data.get(name):
                try:
                    demand_contrast(name, colour)
                except TooLight as refusal:
                    self.proposed[name] = str(refusal.details["shade"])
                    self.add_error(name, str(refusal))
        return super().clean()


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def edit(request: PlatformRequest, start: Start) -> HttpResponse:
    """Three buttons on one form: look at it first, take what we propose, or keep it."""
    place = start.municipality
    given = _given(request.POST) if request.method == "POST" else None
    form = ReadableStyleForm(given, initial=as_chosen(place), tokens=place.tokens)
    if not form.is_bound:
        return _page(request, start, form, form.kept_style())
    if not form.is_valid():
        return _page(request, start, form, None)
    if "bewaar" not in request.POST:
        return _page(request, start, form, form.style(), is_new=form.has_changed())

    def keep() -> None:
        with kept_step(start, Step.COLOURS):
            change_style(place, form.style(), by=request.actor, at=request.now)

    if keeps(form, keep):
        return go_on(request, start, Step.COLOURS)
    return _page(request, start, form, None)


@platform_only
@require_GET
@of_start
def sheet(request: PlatformRequest, start: Start, digest: str) -> HttpResponse:
    form = StyleForm(request.GET, tokens=start.municipality.tokens)
    if not form.is_valid():
        raise Http404
    return sheet_of(form.style(), digest)


def _given(sent: QueryDict) -> QueryDict:
    """With our proposal instead of what was too light, when somebody takes that."""
    given = sent.copy()
    if "neem" in sent:
        for name in NEEDED:
            given[name] = _good(name, sent.get(name, ""))
    return given


def _good(name: str, colour: str) -> str:
    try:
        return nearest_good(name, colour) if colour else ""
    except NotAColour:
        return colour


def _page(
    request: PlatformRequest,
    start: Start,
    form: ReadableStyleForm,
    style: HouseStyle | None,
    *,
    is_new: bool = False,
) -> HttpResponse:
    slug = start.municipality.slug

    def address(digest: str) -> str:
        return reverse("platform-style-sheet", args=[slug, digest])

    logo = start.municipality.logo
    context = {
        "form": form,
        "preview": Preview.of(style, address) if style else None,
        "is_new": is_new,
        "logo_url": reverse("platform-logo-file", args=[slug, logo]) if logo else "",
    }
    page = "preview" if request.htmx else "colours"
    return step_page(request, start, Step.COLOURS, page, **context)
