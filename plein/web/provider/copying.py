"""The same product in another municipality where the provider sells."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality
from plein.web.policies import provider_only
from plein.web.request import ProviderRequest
from plein.webshop.actions.copying import copy_product
from plein.webshop.models import VersionStatus


@provider_only
@require_POST
def copy(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    product = get_object_or_404(
        request.provider.products.select_related("provider__organisation"), pk=product_id
    )
    version = product.versions.exclude(status=VersionStatus.REPLACED).latest("number")
    to = get_object_or_404(Municipality, slug=request.POST.get("gemeente", "")[:60])
    try:
        copy_product(version, to, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        done = _("Het product is verstuurd naar gemeente %(name)s. Zij kijkt ernaar.")
        messages.success(request, done % {"name": to.name})
    return redirect("provider-product-edit", product.pk)
