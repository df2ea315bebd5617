"""The token endpoint (OpenID Connect Core 3.1.3): a code in, an ID token out, once."""

import hmac
from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from django.http import HttpRequest, JsonResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_POST

from plein.gateways.digid.simulator import settings
from plein.gateways.digid.simulator.faults import spoil, switch
from plein.gateways.digid.simulator.memory import Login, memory
from plein.gateways.digid.simulator.proof import is_proven
from plein.gateways.digid.simulator.signing import sign

_TOKEN_LASTS = timedelta(minutes=2)


@require_POST
def token(request: HttpRequest) -> JsonResponse:
    at = timezone.now()
    client_id = request.POST.get("client_id", "")
    if not is_proven(client_id, request.POST.get("client_assertion", ""), at=at):
        return JsonResponse({"error": "invalid_client"}, status=401)

    login = memory.take(request.POST.get("code", ""), at=at)
    if login is None or not _belongs_to(login, request.POST):
        return JsonResponse({"error": "invalid_grant"}, status=400)

    claims = spoil(_claims_of(login, at), switch.fault, at=at)
    return JsonResponse(
        {
            "access_token": token_urlsafe(32),
            "token_type": "Bearer",
            "id_token": sign(claims, switch.fault),
        }
    )


def _belongs_to(login: Login, form: QueryDict) -> bool:
    """The same client, the same address, and the secret only the beginner knows (RFC 7636)."""
    challenge = create_s256_code_challenge(form.get("code_verifier", ""))
    return (
        form.get("grant_type") == "authorization_code"
        and form.get("client_id") == login.client_id
        and form.get("redirect_uri") == login.redirect_uri
        and hmac.compare_digest(challenge, login.challenge)
    )


def _claims_of(login: Login, at: datetime) -> dict[str, Any]:
    claims = {
        "iss": settings.DIGID_ISSUER,
        "sub": token_urlsafe(16),
        "aud": login.client_id,
        "iat": int(at.timestamp()),
        "exp": int((at + _TOKEN_LASTS).timestamp()),
        "auth_time": int(login.at.timestamp()),
        "nonce": login.nonce,
        "acr": login.means.uri_of(login.level),
        "sid": token_urlsafe(16),
    }
    return claims | ({"bsn": login.bsn} if login.bsn else {})
