"""Producten: what providers offer is reviewed, and put on sale for a scheme."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.money import read_cents
from plein.kernel.refusal import Refusal
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.products.talk import MessageForm, talk_about
from plein.web.request import StaffRequest
from plein.webshop.actions.limits import group_named, put_in_group
from plein.webshop.actions.reviewing import Shares, approve_product, reject_product
from plein.webshop.models import ProductGroup, ProductVersion, Scheme, VersionStatus
from plein.webshop.queries.desk import versions_on_sale, versions_to_review
from plein.webshop.queries.participation import schemes_taken
from plein.webshop.queries.product_talk import talked_about


@staff_may(Right.REVIEW_PRODUCTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    words = request.GET.get("zoek", "").strip()[:100]
    context = {
        "talks": talked_about()[:50],
        "waiting": versions_to_review()[:50],
        "words": words,
        "pages": Pages(request, versions_on_sale(words), 25),
    }
    return render(request, "web/desk/products.html", context)


@staff_may(Right.REVIEW_PRODUCTS)
@require_GET
def show(request: StaffRequest, version_id: UUID) -> HttpResponse:
    return product_page(request, find_version(version_id))


def product_page(
    request: StaffRequest, version: ProductVersion, *, message: MessageForm | None = None
) -> HttpResponse:
    """With the message that was not right yet, if there is one."""
    waits = version.status == VersionStatus.SUBMITTED
    is_own = version.offered_by_id == request.staff.pk
    entries = list(version.product.assortment.order_by("pk"))
    before = version.product.versions.filter(status=VersionStatus.APPROVED).first()
    context = {
        "version": version,
        "before": before if before and before.pk != version.pk else None,
        "schemes": schemes_taken(version.product.provider).order_by("name"),
        "groups": ProductGroup.objects.order_by("name"),
        "chosen": {entry.scheme_id for entry in entries},
        "entry": entries[0] if entries else None,
        "kinds": version.product.variants.filter(is_withdrawn=False),
        "can_decide": waits and not is_own,
        "waits_for_colleague": waits and is_own,
        "talk": talk_about(version.product, request, form=message, by_staff=True),
    }
    status = 422 if message else 200
    return render(request, "web/desk/product.html", context, status=status)


@staff_may(Right.REVIEW_PRODUCTS)
@require_POST
def decide(request: StaffRequest, version_id: UUID) -> HttpResponse:
    """Approve for the chosen schemes, or reject with a reason the provider reads."""
    version = find_version(version_id)
    try:
        if "reject" in request.POST:
            reason = request.POST.get("reason", "")[:500]
            reject_product(version, reason, by=request.staff, at=request.now)
            done = _("Het product is afgewezen. De aanbieder leest waarom.")
        else:
            wanted = request.POST.getlist("schemes")
            schemes = [s for s in Scheme.objects.all() if str(s.pk) in wanted]
            approve_product(
                version, schemes, shares=_shares(request), by=request.staff, at=request.now
            )
            _group(request, version)
            done = _("Het product staat in de winkel.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-product", version.pk)
    messages.success(request, done)
    return redirect("desk-products")


def _group(request: StaffRequest, version: ProductVersion) -> None:
    """The group the product counts in for the limits; empty is none."""
    name = request.POST.get("groep", "").strip()[:40]
    group = group_named(name) if name else None
    if group or version.product.group_id:
        put_in_group([version.product_id], group, by=request.staff, at=request.now)


def _shares(request: StaffRequest) -> Shares:
    """Empty is no own share, and no most. Raises `NotAnAmount`."""
    own, most = (request.POST.get(name, "").strip() for name in ("own_share", "scheme_share"))
    return Shares(read_cents(own) if own else 0, read_cents(most) if most else None)


def find_version(version_id: UUID) -> ProductVersion:
    """Raises `Http404`."""
    versions = ProductVersion.objects.select_related(
        "product__provider__organisation", "product__group", "offered_by__account"
    )
    return get_object_or_404(versions, pk=version_id)
