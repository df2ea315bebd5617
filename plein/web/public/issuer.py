"""What others need to check a verklaring by themselves: keys, kinds and lists. No person in any."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET

from plein.tenants.models import SigningPurpose
from plein.tenants.signing import key_set
from plein.vault.credentials.issuer import address_of
from plein.vault.credentials.lists import KEEP, published
from plein.vault.credentials.types import credential_types, metadata
from plein.vault.models import StatusList
from plein.web.policies import public
from plein.web.request import PleinRequest

_A_MINUTE = f"public, max-age={int(KEEP.total_seconds())}"
_AN_HOUR = "public, max-age=3600"


@public
@require_GET
def issuer(request: PleinRequest) -> JsonResponse:
    """JWT VC Issuer Metadata (SD-JWT VC, section 5)."""
    address = address_of(request.municipality)
    found = {"issuer": address, "jwks_uri": address + reverse("issuer-keys")}
    return JsonResponse(found, headers={"Cache-Control": _AN_HOUR})


@public
@require_GET
def issuer_keys(request: HttpRequest) -> JsonResponse:
    return JsonResponse(key_set(SigningPurpose.CREDENTIAL), headers={"Cache-Control": _AN_HOUR})


@public
@require_GET
def kind(request: PleinRequest, key: str, version: int) -> JsonResponse:
    """SD-JWT VC Type Metadata, at the address that is the name of the kind."""
    found = credential_types().get(key)
    if found is None or found.version != version:
        raise Http404
    about = metadata(found, address_of(request.municipality))
    return JsonResponse(about, headers={"Cache-Control": _AN_HOUR})


@public
@require_GET
def status_list(request: PleinRequest, number: int) -> HttpResponse:
    """A Token Status List; who fetches it does not say after whom."""
    found = get_object_or_404(StatusList, number=number)
    text = published(found, address=address_of(request.municipality), at=request.now)
    headers = {"Cache-Control": _A_MINUTE}
    return HttpResponse(text, content_type="application/statuslist+jwt", headers=headers)
