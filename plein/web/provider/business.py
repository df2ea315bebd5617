"""Uw gegevens: the bank account, the places, the people, and the municipalities."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from plein.identity.models import ProviderUser
from plein.kernel.refusal import Refusal
from plein.web.fields import IbanField
from plein.web.forms import PleinForm
from plein.web.policies import provider_only
from plein.web.provider.people import ColleagueForm
from plein.web.request import ProviderRequest
from plein.webshop.actions.iban import ask_iban
from plein.webshop.actions.order_desk import set_checks_orders
from plein.webshop.queries.elsewhere import municipalities_of
from plein.webshop.queries.sign_up import waiting_iban


class IbanForm(PleinForm):
    iban = IbanField(label=gettext_lazy("Nieuw rekeningnummer (IBAN)"))


@provider_only
@require_GET
def index(request: ProviderRequest) -> HttpResponse:
    return business_page(request)


def business_page(
    request: ProviderRequest,
    *,
    iban: IbanForm | None = None,
    colleague: ColleagueForm | None = None,
) -> HttpResponse:
    """With the form that was not right yet, if there is one."""
    organisation = request.provider.organisation
    people = ProviderUser.objects.filter(organisation=organisation).select_related("account")
    wrong = iban or colleague
    context = {
        "form": wrong or IbanForm(),
        "iban_form": iban or IbanForm(),
        "colleague_form": colleague or ColleagueForm(),
        "change": waiting_iban(request.provider),
        "places": request.provider.places.prefetch_related("hours"),
        "people": people.order_by("account__name"),
        "municipalities": municipalities_of(organisation),
        "port": request.get_port(),
    }
    status = 422 if wrong else 200
    return render(request, "web/provider/business.html", context, status=status)


@provider_only
@require_POST
def checks(request: ProviderRequest) -> HttpResponse:
    """Whether each order waits for a yes of the provider first."""
    on = "on" in request.POST
    set_checks_orders(request.provider, on, by=request.actor, at=request.now)
    done, undone = _("U kijkt bestellingen eerst na."), _("Bestellingen zijn meteen bevestigd.")
    messages.success(request, done if on else undone)
    return redirect("provider-business")


@provider_only
@require_POST
def iban(request: ProviderRequest) -> HttpResponse:
    """Ask for another account; staff approve it, and the colleagues hear of it."""
    form = IbanForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data["iban"]
        try:
            ask_iban(request.provider, given, by=request.actor, at=request.now)
        except Refusal as refusal:
            form.add_error("iban", str(refusal))
        else:
            messages.success(request, _("De gemeente kijkt naar uw nieuwe nummer."))
            return redirect("provider-business")
    return business_page(request, iban=form)
