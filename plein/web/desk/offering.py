"""Staff make and change products for a provider that lets them; a colleague looks at it."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plein.identity.roles import Right
from plein.kernel.refusal import Refusal
from plein.web.policies import staff_may
from plein.web.products.changing import change, posted
from plein.web.products.kinds import KindRows
from plein.web.products.product_form import ProductForm, as_typed
from plein.web.products.shelf import ShelfRow
from plein.web.request import StaffRequest
from plein.webshop.actions.catalogue import offer_product
from plein.webshop.actions.keeping_catalogue import keep_catalogue, stop_keeping_catalogue
from plein.webshop.models import Product, Provider
from plein.webshop.queries.provider import with_versions


@staff_may(Right.MANAGE_PROVIDERS)
@require_POST
def keep(request: StaffRequest, provider_id: UUID) -> HttpResponse:
    """Whether we keep the catalogue of this provider; it hears so, and can undo it."""
    provider = get_object_or_404(Provider, pk=provider_id)
    if "on" in request.POST:
        keep_catalogue(provider, by=request.staff, at=request.now)
        messages.success(
            request, _("U houdt het aanbod nu bij. De aanbieder hoort dat per e-mail.")
        )
    else:
        stop_keeping_catalogue(provider, by=request.actor, at=request.now)
        messages.success(request, _("De aanbieder houdt het aanbod weer zelf bij."))
    return redirect("desk-provider", provider.pk)


@staff_may(Right.REVIEW_PRODUCTS)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest, provider_id: UUID) -> HttpResponse:
    kept = Provider.objects.filter(kept_by_municipality=True).select_related("organisation")
    provider = get_object_or_404(kept, pk=provider_id)
    form = posted(request, {})
    if form.is_valid():
        offer, staff = form.offer(), request.staff
        try:
            version = offer_product(provider, offer, staff=staff, by=staff.actor, at=request.now)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Het product wacht op een collega, die ernaar kijkt."))
            return redirect("desk-product", version.pk)
    return _form_page(request, form, provider=provider)


@staff_may(Right.REVIEW_PRODUCTS)
@require_http_methods(["GET", "POST"])
def edit(request: StaffRequest, product_id: UUID) -> HttpResponse:
    row = ShelfRow(get_object_or_404(with_versions(_kept()), pk=product_id))
    form = posted(request, as_typed(row.product, row.newest))
    if form.is_valid():
        sent = _("De wijziging wacht op een collega, die ernaar kijkt.")
        try:
            said = change(row.product, form, request, sent=sent, staff=request.staff)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said)
            return redirect("desk-provider", row.product.provider_id)
    return _form_page(request, form, provider=row.product.provider, version=row.newest)


@staff_may(Right.REVIEW_PRODUCTS)
@require_http_methods(["GET", "POST"])
def kinds(request: StaffRequest, product_id: UUID) -> HttpResponse:
    """Maten, kleuren: as the provider may, without a colleague."""
    product = get_object_or_404(_kept(), pk=product_id)
    kinds = KindRows(product, request)
    wrong = False
    if request.method == "POST":
        if kinds.are_kept():
            messages.success(request, _("De soorten zijn bewaard."))
            return redirect("desk-product-kinds", product.pk)
        wrong = True
    version = product.versions.latest("number")
    context = {"product": product, "rows": kinds.rows, "version": version}
    return render(request, "web/desk/product_kinds.html", context, status=422 if wrong else 200)


def _kept() -> QuerySet[Product]:
    """Of providers that let us."""
    every = Product.objects.select_related("provider__organisation")
    return every.filter(provider__kept_by_municipality=True)


def _form_page(request: StaffRequest, form: ProductForm, **context: object) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "web/desk/product_form.html", {"form": form, **context}, status=status)
