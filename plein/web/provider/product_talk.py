"""A provider says something about one of its products."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.web.policies import provider_only
from plein.web.products.talk import MessageForm, was_said
from plein.web.provider.products import product_page, shelf_row
from plein.web.request import ProviderRequest


@provider_only
@require_POST
def say(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    row = shelf_row(request, product_id)
    form = MessageForm(request.POST)
    if not was_said(row.product, form, request):
        return product_page(request, row, message=form)
    messages.success(request, _("Uw bericht is verstuurd. De gemeente leest het."))
    return redirect(reverse("provider-product-edit", args=[product_id]) + "#gesprek")
