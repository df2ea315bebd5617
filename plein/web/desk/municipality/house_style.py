"""Huisstijl: colours, corners and letter; seen and measured before they are kept."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.tenants.actions import HouseStyle
from plein.tenants.changes import change_style
from plein.web.municipality.preview import Preview, sheet_of
from plein.web.municipality.style_form import StyleForm, as_chosen
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest) -> HttpResponse:
    """Two buttons on one form: look at it first, or keep it."""
    now = as_chosen(request.municipality)
    form = StyleForm(request.POST or None, initial=now, tokens=request.municipality.tokens)
    if not form.is_bound:
        return _page(request, form, _preview(form.kept_style()))
    if not form.is_valid():
        return _page(request, form, None, status=422)
    if "bewaar" in request.POST:
        change_style(request.municipality, form.style(), by=request.actor, at=request.now)
        messages.success(request, _("De huisstijl is veranderd, op elke pagina."))
        return redirect("desk-municipality")
    return _page(request, form, _preview(form.style()), is_new=form.has_changed())


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_GET
def sheet(request: StaffRequest, digest: str) -> HttpResponse:
    form = StyleForm(request.GET, tokens=request.municipality.tokens)
    if not form.is_valid():
        raise Http404
    return sheet_of(form.style(), digest)


def _preview(style: HouseStyle) -> Preview:
    return Preview.of(style, lambda digest: reverse("desk-style-sheet", args=[digest]))


def _page(
    request: StaffRequest,
    form: StyleForm,
    preview: Preview | None,
    *,
    status: int = 200,
    is_new: bool = False,
) -> HttpResponse:
    here = request.municipality
    context = {"form": form, "preview": preview, "is_new": is_new, "place": here}
    page = "web/desk/municipality/house_style.html"
    part = "web/municipality/preview.html" if request.htmx else page
    return render(request, part, context, status=status)
