"""With what anybody checks a receipt of this municipality."""

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from plein.tenants.models import Module
from plein.vault.receipts import public_keys
from plein.web.policies import public

AN_HOUR = "public, max-age=3600"


@public
@require_GET
def receipt_keys(request: HttpRequest) -> JsonResponse:
    """The public keys as a JWK set (RFC 7517); there is nothing personal in it."""
    municipality = request.municipality  # type: ignore[attr-defined]
    if municipality is None or not municipality.has(Module.VAULT):
        raise Http404
    answer = JsonResponse(public_keys(), content_type="application/jwk-set+json")
    answer.headers["Cache-Control"] = AN_HOUR
    return answer
