"""Soorten of a product on one page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plein.web.policies import provider_only
from plein.web.products.kinds import KindRows
from plein.web.request import ProviderRequest


@provider_only
@require_http_methods(["GET", "POST"])
def kinds(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    product = get_object_or_404(request.provider.products, pk=product_id)
    kinds = KindRows(product, request)
    wrong = False
    if request.method == "POST":
        if kinds.are_kept():
            messages.success(request, _("De soorten zijn bewaard."))
            return redirect("provider-kinds", product.pk)
        wrong = True
    version = product.versions.latest("number")
    context = {"product": product, "rows": kinds.rows, "version": version}
    return render(request, "web/provider/kinds.html", context, status=422 if wrong else 200)
