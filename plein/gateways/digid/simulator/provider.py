"""What the simulator says of itself, and the switch for its faults."""

from pathlib import Path

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    JsonResponse,
)
from django.views.decorators.http import require_GET, require_POST

from plein.gateways.digid.level import Level
from plein.gateways.digid.simulator import settings, signing
from plein.gateways.digid.simulator.faults import Fault, switch

_STYLESHEET = Path(__file__).with_name("simulator.css")


@require_GET
def configuration(request: HttpRequest) -> JsonResponse:
    """OpenID Connect Discovery 1.0, section 3."""
    issuer = settings.DIGID_ISSUER
    return JsonResponse(
        {
            "issuer": issuer,
            "authorization_endpoint": issuer + "/authorize",
            "token_endpoint": issuer + "/token",
            "jwks_uri": issuer + "/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": ["ES256", "PS256"],
            "code_challenge_methods_supported": ["S256"],
            "acr_values_supported": [level.uri for level in Level],
            "authorization_response_iss_parameter_supported": True,
        }
    )


@require_GET
def jwks(request: HttpRequest) -> JsonResponse:
    return JsonResponse(signing.jwks)


@require_GET
def stylesheet(request: HttpRequest) -> FileResponse:
    return FileResponse(_STYLESHEET.open("rb"), content_type="text/css")


@require_POST
def fault(request: HttpRequest) -> HttpResponse:
    """`fault=slow`: from now on the simulator is slow. `fault=normal` ends it."""
    wanted = request.POST.get("fault", "")
    if wanted not in list(Fault):
        return HttpResponseBadRequest("fault: " + ", ".join(Fault))
    switch.fault = Fault(wanted)
    return HttpResponse(status=204)
