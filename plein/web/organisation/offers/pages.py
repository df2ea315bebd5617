"""Aanbod: what an organisation offers here; every lookup starts from its own."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plein.kernel.reading_level import judge
from plein.kernel.refusal import Refusal
from plein.offers.actions.closing import close_offer
from plein.offers.actions.writing import Text, change_offer, send_offer, write_offer
from plein.offers.models import Offer, OfferVersion, Status
from plein.offers.queries import offers_of
from plein.web.organisation.offers.form import OfferForm, initial_of
from plein.web.pages import Pages
from plein.web.policies import organisation_only
from plein.web.request import OrganisationRequest


@organisation_only
@require_GET
def index(request: OrganisationRequest) -> HttpResponse:
    pages = Pages(request, offers_of(request.recipient), 25)
    return render(request, "web/organisation/offers/list.html", {"pages": pages})


@organisation_only
@require_http_methods(["GET", "POST"])
def new(request: OrganisationRequest) -> HttpResponse:
    form = _form(request, {"starts_on": request.today})

    def write(text: Text) -> OfferVersion:
        return write_offer(request.recipient, text, by=request.actor, at=request.now)

    return _written(request, form, write)


@organisation_only
@require_http_methods(["GET", "POST"])
def change(request: OrganisationRequest, offer_id: UUID) -> HttpResponse:
    offer = _own(request, offer_id)
    newest = offer.versions.latest("number")
    form = _form(request, initial_of(newest))

    def write(text: Text) -> OfferVersion:
        return change_offer(offer, text, by=request.actor, at=request.now)

    return _written(request, form, write, offer=offer)


def _form(request: OrganisationRequest, initial: dict[str, Any]) -> OfferForm:
    """Who only asks how it reads sees no mistakes of what is not filled in yet."""
    if _is_check(request):
        return OfferForm(initial=request.POST.dict())
    return OfferForm(request.POST or None, initial=initial)


def _is_check(request: OrganisationRequest) -> bool:
    return "lezen" in request.POST


def _written(
    request: OrganisationRequest,
    form: OfferForm,
    write: Callable[[Text], OfferVersion],
    **context: Any,
) -> HttpResponse:
    """Keep it as a draft; or with the other button only say how it reads."""
    if form.is_bound and form.is_valid():
        try:
            version = write(form.read())
        except Refusal as refusal:
            form.add_error("ends_on", str(refusal))
        else:
            messages.success(request, _("Uw tekst is bewaard."))
            return redirect("organisation-offer", version.offer_id)
    context |= {"form": form, "is_check": _is_check(request), "findings": form.findings()}
    status = 422 if form.is_bound else 200
    return render(request, "web/organisation/offers/write.html", context, status=status)


@organisation_only
@require_GET
def show(request: OrganisationRequest, offer_id: UUID) -> HttpResponse:
    """Without names: those stand with the response, and opening it is logged."""
    offer = _own(request, offer_id)
    versions = list(offer.versions.order_by("-number"))
    context = {
        "offer": offer,
        "newest": versions[0],
        "posted": next((each for each in versions if each.status == Status.POSTED), None),
        "is_draft": versions[0].status == Status.DRAFT,
        "findings": list(judge(versions[0].judged_text).findings()),
        "responses": offer.responses.order_by("-sent_at", "pk"),
    }
    return render(request, "web/organisation/offers/offer.html", context)


@organisation_only
@require_POST
def send(request: OrganisationRequest, offer_id: UUID) -> HttpResponse:
    return _act(request, offer_id, send_offer, _("De gemeente kijkt er nu naar."))


@organisation_only
@require_POST
def close(request: OrganisationRequest, offer_id: UUID) -> HttpResponse:
    return _act(request, offer_id, close_offer, _("Het aanbod is gesloten."))


def _act(
    request: OrganisationRequest, offer_id: UUID, do: Callable[..., Any], done: str
) -> HttpResponse:
    try:
        do(_own(request, offer_id), by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("organisation-offer", offer_id)


def _own(request: OrganisationRequest, offer_id: UUID) -> Offer:
    return get_object_or_404(request.recipient.offers, pk=offer_id)
