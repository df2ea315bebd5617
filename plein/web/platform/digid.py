"""Inloggen met DigiD: over OpenID Connect. A broker over SAML is connected where Plein runs."""

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plein.demo.municipalities import tell_simulator
from plein.starting.actions.connecting import connect_digid
from plein.starting.models import Start, Step
from plein.tenants.models import Municipality
from plein.web.forms import PleinForm
from plein.web.platform.place import go_on, of_start, step_page
from plein.web.platform.refusing import keeps
from plein.web.policies import platform_only
from plein.web.request import PlatformRequest


class DigidForm(PleinForm):
    issuer = forms.CharField(
        label=_("Adres van de makelaar"),
        help_text=_("Van wie DigiD voor de gemeente doorgeeft. Begint met https://"),
        max_length=300,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
    client_id = forms.CharField(
        label=_("Onze naam bij de makelaar"),
        help_text=_("De makelaar noemt dit client-id."),
        max_length=200,
        widget=forms.TextInput(attrs={"autocapitalize": "none"}),
    )


@platform_only
@require_http_methods(["GET", "POST"])
@of_start
def edit(request: PlatformRequest, start: Start) -> HttpResponse:
    form = DigidForm(request.POST or None, initial=_now(start.municipality))

    def keep() -> None:
        given = form.cleaned_data
        connect_digid(start, **given, by=request.administrator, at=request.now)
        if settings.DEMO:
            tell_simulator()

    if form.is_valid() and keeps(form, keep, "issuer"):
        return go_on(request, start, Step.DIGID)
    address = f"https://{start.municipality.host}/inloggen/digid/"
    return step_page(request, start, Step.DIGID, "digid", form=form, address=address)


def _now(place: Municipality) -> dict[str, str]:
    """As it is connected; in the demo its simulator, which knows everybody by the same name."""
    first = {"issuer": settings.DIGID_SIMULATOR_ISSUER, "client_id": f"plein-{place.slug}"}
    return place.digid or (first if settings.DEMO else {})
