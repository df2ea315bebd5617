"""Huisstijl: colours, corners and letter; seen and measured before they are kept."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plein.identity.roles import Right
from plein.tenants.changes import change_style
from plein.web.desk.municipality.preview import Preview
from plein.web.desk.municipality.style_form import StyleForm, as_chosen
from plein.web.policies import staff_may
from plein.web.request import StaffRequest

AN_HOUR = "private, max-age=3600, immutable"


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest) -> HttpResponse:
    """Two buttons on one form: look at it first, or keep it."""
    now = as_chosen(request.municipality)
    form = StyleForm(request.POST or None, initial=now, tokens=request.municipality.tokens)
    if not form.is_bound:
        return _page(request, form, Preview.of(form.kept_style()))
    if not form.is_valid():
        return _page(request, form, None, status=422)
    if "bewaar" in request.POST:
        change_style(request.municipality, form.style(), by=request.actor, at=request.now)
        messages.success(request, _("De huisstijl is veranderd, op elke pagina."))
        return redirect("desk-municipality")
    return _page(request, form, Preview.of(form.style()), is_new=form.has_changed())


@staff_may(Right.MANAGE_MUNICIPALITY)
@require_GET
def sheet(request: StaffRequest, digest: str) -> HttpResponse:
    """The stylesheet of a preview: made from its address, which names its digest."""
    form = StyleForm(request.GET, tokens=request.municipality.tokens)
    if not form.is_valid():
        raise Http404
    preview = Preview.of(form.style())
    if preview.digest != digest:
        raise Http404
    response = HttpResponse(preview.css, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = AN_HOUR
    return response


def _page(
    request: StaffRequest,
    form: StyleForm,
    preview: Preview | None,
    *,
    status: int = 200,
    is_new: bool = False,
) -> HttpResponse:
    context = {"form": form, "preview": preview, "is_new": is_new}
    part = "preview" if request.htmx else "house_style"
    return render(request, f"web/desk/municipality/{part}.html", context, status=status)
