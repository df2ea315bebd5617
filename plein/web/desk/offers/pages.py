"""Aanbod van organisaties: what waits to be read, and what residents can see."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from plein.identity.roles import Right
from plein.kernel.reading_level import judge
from plein.kernel.refusal import Refusal
from plein.offers.actions.reviewing import post_offer, refuse_offer
from plein.offers.models import OfferVersion, Status
from plein.offers.queries import posted, to_review
from plein.web.forms import PleinForm
from plein.web.pages import Pages
from plein.web.policies import staff_may
from plein.web.request import StaffRequest


class RefuseForm(PleinForm):
    reason = forms.CharField(
        label=gettext_lazy("Waarom niet?"),
        help_text=gettext_lazy("De organisatie leest dit."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@staff_may(Right.REVIEW_PRODUCTS)
@require_GET
def index(request: StaffRequest) -> HttpResponse:
    pages = Pages(request, posted(request.today), 25)
    context = {"waiting": to_review(), "pages": pages}
    return render(request, "web/desk/offers/list.html", context)


@staff_may(Right.REVIEW_PRODUCTS)
@require_GET
def show(request: StaffRequest, offerversion_id: UUID) -> HttpResponse:
    return _page(request, _version(offerversion_id), RefuseForm())


@staff_may(Right.REVIEW_PRODUCTS)
@require_POST
def post(request: StaffRequest, offerversion_id: UUID) -> HttpResponse:
    version = _version(offerversion_id)
    try:
        post_offer(version, by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-offer", version.pk)
    messages.success(request, _("Het aanbod staat op de pagina van inwoners."))
    return redirect("desk-offers")


@staff_may(Right.REVIEW_PRODUCTS)
@require_POST
def refuse(request: StaffRequest, offerversion_id: UUID) -> HttpResponse:
    version, form = _version(offerversion_id), RefuseForm(request.POST)
    if not form.is_valid():
        return _page(request, version, form)
    try:
        refuse_offer(version, form.cleaned_data["reason"], by=request.staff, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk-offer", version.pk)
    messages.success(request, _("De organisatie leest waarom niet."))
    return redirect("desk-offers")


def _page(request: StaffRequest, version: OfferVersion, form: RefuseForm) -> HttpResponse:
    standing = version.offer.versions.filter(status=Status.POSTED).exclude(pk=version.pk).first()
    context = {
        "version": version,
        "form": form,
        "waits": version.status == Status.WAITING,
        "standing": standing,
        "findings": list(judge(version.judged_text).findings()),
    }
    status = 422 if form.errors else 200
    return render(request, "web/desk/offers/offer.html", context, status=status)


def _version(pk: UUID) -> OfferVersion:
    """Of what was sent: a draft is of the organisation alone."""
    sent = OfferVersion.objects.exclude(status=Status.DRAFT)
    return get_object_or_404(sent.select_related("offer__recipient__organisation"), pk=pk)
