"""The products of a provider: offered, changed, withdrawn and put back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.web.policies import provider_only
from plein.web.provider.forms import ProductForm, as_typed
from plein.web.request import ProviderRequest
from plein.webshop.actions.catalogue import (
    change_product,
    offer_product,
    put_back_product,
    withdraw_product,
)
from plein.webshop.models import Product, VersionStatus
from plein.webshop.queries.provider import latest_versions


@provider_only
@require_GET
def products(request: ProviderRequest) -> HttpResponse:
    context = {"products": latest_versions(request.provider)}
    return render(request, "web/provider/products.html", context)


@provider_only
@require_http_methods(["GET", "POST"])
def new(request: ProviderRequest) -> HttpResponse:
    form = ProductForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        offer_product(request.provider, form.offer(), by=request.actor, at=request.now)
        messages.success(request, _("Uw product is verstuurd. De gemeente kijkt ernaar."))
        return redirect("provider-products")
    return _form_page(request, form)


@provider_only
@require_http_methods(["GET", "POST"])
def edit(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    product = _own(request, product_id)
    version = product.versions.exclude(status=VersionStatus.REPLACED).latest("number")
    form = ProductForm(
        request.POST or None, request.FILES or None, initial=as_typed(product, version)
    )
    if request.method == "POST" and form.is_valid():
        change_product(product, form.offer(), by=request.actor, at=request.now)
        messages.success(request, _("Uw wijziging is verstuurd. De gemeente kijkt ernaar."))
        return redirect("provider-products")
    return _form_page(request, form, product=product, version=version)


@provider_only
@require_POST
def withdraw(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    withdraw_product(_own(request, product_id), by=request.actor, at=request.now)
    messages.success(request, _("Het product is niet meer te koop. Bestellingen blijven staan."))
    return redirect("provider-products")


@provider_only
@require_POST
def put_back(request: ProviderRequest, product_id: UUID) -> HttpResponse:
    put_back_product(_own(request, product_id), by=request.actor, at=request.now)
    messages.success(request, _("Het product is weer te koop."))
    return redirect("provider-products")


def _own(request: ProviderRequest, product_id: UUID) -> Product:
    return get_object_or_404(request.provider.products, pk=product_id)


def _form_page(request: ProviderRequest, form: ProductForm, **context: object) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "web/provider/product.html", {"form": form, **context}, status=status)
