"""What a resident keeps in sight."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.web.policies import shopper_only
from plein.web.request import ResidentRequest
from plein.web.resident.shopper import Shopper, card
from plein.webshop.actions.favourites import keep, let_go
from plein.webshop.models import ProductVersion
from plein.webshop.queries.catalogue import for_sale


@shopper_only
@require_GET
def favourites(request: ResidentRequest) -> HttpResponse:
    """What was kept, the newest first; what is not for sale now is counted and not shown."""
    shopper = Shopper(request)
    schemes = {grant.period.scheme_id for grant in shopper.grants}
    kept = list(request.resident.favourites.values_list("product_id", flat=True))
    found = for_sale(schemes).filter(product__in=kept)
    versions = {v.product_id: v for v in found.select_related("product__provider__organisation")}
    shown = [versions[product] for product in kept if product in versions]
    context = {
        "products": [card(version, shopper.most) for version in shown],
        "gone": len(kept) - len(shown),
    }
    return render(request, "web/resident/favourites.html", context)


@shopper_only
@require_POST
def toggle(request: ResidentRequest, version_id: UUID) -> HttpResponse:
    """Keep it, or let it go: the button says which."""
    version = get_object_or_404(ProductVersion, pk=version_id, status="goedgekeurd")
    if request.POST.get("weg"):
        let_go(request.resident, version.product)
        messages.success(request, _("Wij bewaren dit niet meer voor u."))
    else:
        keep(request.resident, version.product, at=request.now)
        messages.success(request, _("Bewaard. U vindt het bij ‘Wat ik bewaar’."))
    return redirect("product", version.pk)
