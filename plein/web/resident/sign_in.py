"""Residents come in with DigiD, or with eIDAS from another country, and go out again."""

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plein.audit.actions import Purpose
from plein.delivery.actions.language import keep_language, kept_language
from plein.gateways.digid.means import Means
from plein.gateways.digid.types import BsnUnknown, DigidClient, SignedIn
from plein.identity.actions import household_of, know_resident
from plein.identity.digid import client_for, offers_eidas, public_keys, saml_metadata
from plein.identity.gate import read_names
from plein.identity.models import Resident
from plein.identity.queries import visible_members
from plein.identity.signing_in import resident_signed_in
from plein.kernel.actor import system
from plein.kernel.refusal import Refusal
from plein.vault.actions.collecting import stop_collections
from plein.vault.models import Vault
from plein.web.languages import is_offered, language_of, remember
from plein.web.policies import (
    public,
    public_before_opening,
    resident_or_helper,
    resident_with_any_help,
)
from plein.web.request import PleinRequest, ResidentRequest
from plein.web.resident.eidas_words import words_about_eidas
from plein.web.safe_next import pop_next
from plein.web.sessions import begin

OWN_LOOK = Purpose("omdat u inlogde", "AVG art. 15")


@public
@require_GET
def welcome(request: PleinRequest) -> HttpResponse:
    """The first page of a municipality: sign in, or find another way."""
    if getattr(request, "resident", None):
        return redirect("overview")
    context = {"eidas": offers_eidas(request.municipality)}
    return render(request, "web/resident/welcome.html", context)


@public
@require_GET
def leave(request: PleinRequest, means: Means) -> HttpResponse:
    """Send the browser to the broker; what must come back with it stays in the session."""
    try:
        beginning = _client(request, means).begin(at=request.now)
    except Refusal as refusal:
        return _not_signed_in(request, refusal, means)
    request.session[means] = beginning.kept
    return redirect(beginning.url)


@public
@require_GET
def come_back(request: PleinRequest, means: Means) -> HttpResponse:
    """The answer of the broker, for one use and for the browser that asked."""
    kept = request.session.pop(means, {})
    try:
        answer = request.GET.dict()
        signed_in = _client(request, means).finish(kept=kept, answer=answer, at=request.now)
    except BsnUnknown:
        return render(request, "web/resident/bsn_unknown.html")
    except Refusal as refusal:
        return _not_signed_in(request, refusal, means)
    return _enter(request, signed_in)


def _client(request: PleinRequest, means: Means) -> DigidClient:
    return client_for(request.municipality, _answer_url(request, means), means)


@transaction.atomic
def _enter(request: PleinRequest, signed_in: SignedIn) -> HttpResponse:
    by = system("inloggen")
    resident = know_resident(signed_in.bsn, by=by, at=request.now)
    household = household_of(resident, at=request.now, day=request.today)
    members = visible_members(resident, household, request.today)
    names = read_names(household, members, purpose=OWN_LOOK, by=resident.actor, at=request.now)
    asked_for = pop_next(request)
    request.session.flush()  # a new session id at every sign-in
    begin(request.session, request.now)
    request.session["resident"] = str(resident.pk)
    request.session["names"] = {str(member): name for member, name in names.items()}
    resident_signed_in(resident, at=request.now)
    response = redirect(asked_for or "overview")
    _bring_language(request, response, resident)
    return response


def _bring_language(request: PleinRequest, response: HttpResponse, resident: Resident) -> None:
    """What was chosen before is back; a first choice, made before signing in, is kept."""
    if language := kept_language(resident):
        remember(response, language)
    elif is_offered(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")):
        keep_language(resident, language_of(request), by=resident.actor, at=request.now)


def _answer_url(request: HttpRequest, means: Means = Means.DIGID) -> str:
    return request.build_absolute_uri(f"/inloggen/{means}/antwoord/")


def _not_signed_in(request: PleinRequest, refusal: Refusal, means: Means) -> HttpResponse:
    words = str(refusal) if means is Means.DIGID else words_about_eidas(refusal)
    messages.error(request, words)
    return redirect("welcome")


@resident_or_helper
@require_POST
def sign_out(request: ResidentRequest) -> HttpResponse:
    if vault := Vault.objects.filter(resident=request.resident).first():
        stop_collections(vault, at=request.now)
    request.session.flush()
    messages.success(request, _("U bent uitgelogd."))
    response = redirect("welcome")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@resident_with_any_help
@require_POST
def stay(request: ResidentRequest) -> HttpResponse:
    """ "Ik ben er nog": the idle time starts again."""
    request.session["seen"] = request.now.isoformat()
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect("overview")


@public_before_opening
@require_GET
def keys(request: PleinRequest) -> JsonResponse:
    """The public keys of this municipality, for the identity provider (RFC 7517)."""
    return JsonResponse(public_keys(request.municipality))


@public_before_opening
@require_GET
def metadata(request: PleinRequest) -> HttpResponse:
    """What an administrator hands to Logius, where a municipality is connected over SAML."""
    xml = saml_metadata(request.municipality, _answer_url(request))
    if xml is None:
        raise Http404
    return HttpResponse(xml, content_type="application/samlmetadata+xml")
