"""Staff say something about a product to its provider."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.identity.roles import Right
from plein.web.desk.products import find_version, product_page
from plein.web.policies import staff_may
from plein.web.products.talk import MessageForm, was_said
from plein.web.request import StaffRequest


@staff_may(Right.REVIEW_PRODUCTS)
@require_POST
def say(request: StaffRequest, version_id: UUID) -> HttpResponse:
    version = find_version(version_id)
    form = MessageForm(request.POST)
    if not was_said(version.product, form, request, request.staff):
        return product_page(request, version, message=form)
    messages.success(request, _("Uw bericht is verstuurd. De aanbieder leest het."))
    return redirect(reverse("desk-product", args=[version.pk]) + "#gesprek")
