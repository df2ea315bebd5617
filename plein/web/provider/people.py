"""Who works for a provider: let a colleague in, and end access."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from plein.identity.models import ProviderUser
from plein.kernel.refusal import Refusal
from plein.web.forms import PleinForm
from plein.web.policies import provider_only
from plein.web.request import ProviderRequest
from plein.webshop.actions.people import end_access, invite_colleague


class ColleagueForm(PleinForm):
    name = forms.CharField(label=gettext_lazy("Naam van uw collega"), max_length=80)
    email = forms.EmailField(label=gettext_lazy("E-mailadres van uw collega"))


@provider_only
@require_POST
def invite(request: ProviderRequest) -> HttpResponse:
    """The same answer for every address: who has a login stays unknown."""
    from plein.web.provider.business import business_page  # noqa: PLC0415 - it shows our form

    form = ColleagueForm(request.POST)
    if not form.is_valid():
        return business_page(request, colleague=form)
    given = form.cleaned_data
    invite_colleague(
        request.provider, email=given["email"], name=given["name"], by=request.actor, at=request.now
    )
    done = _("Uw collega kan inloggen, en kiest een wachtwoord via «Wachtwoord vergeten?».")
    messages.success(request, done)
    return redirect("provider-business")


@provider_only
@require_POST
def end(request: ProviderRequest, person_id: int) -> HttpResponse:
    people = ProviderUser.objects.filter(organisation=request.provider.organisation)
    person = get_object_or_404(people, pk=person_id)
    try:
        end_access(request.provider, person, by=request.actor, at=request.now)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Deze persoon kan niet meer inloggen."))
    return redirect("provider-business")
