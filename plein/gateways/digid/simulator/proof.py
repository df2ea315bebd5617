"""Is the caller the municipality it says it is? (private_key_jwt, RFC 7523)"""

from datetime import datetime

from joserfc import jwt
from joserfc.errors import JoseError

from plein.gateways.digid.simulator import settings
from plein.gateways.digid.simulator.clients import find_client
from plein.gateways.digid.simulator.memory import memory
from plein.kernel.refusal import Refusal


def is_proven(client_id: str, proof: str, *, at: datetime) -> bool:
    client = find_client(client_id)
    if client is None:
        return False
    registry = jwt.JWTClaimsRegistry(
        now=int(at.timestamp()),
        leeway=30,
        iss={"essential": True, "value": client_id},
        sub={"essential": True, "value": client_id},
        aud={"essential": True, "value": settings.DIGID_ISSUER + "/token"},
        exp={"essential": True},
        jti={"essential": True},
    )
    try:
        claims = jwt.decode(proof, client.keys(), algorithms=["ES256", "PS256"]).claims
        registry.validate(claims)
    except (JoseError, ValueError, Refusal):
        return False
    return memory.is_new_proof(f"{client_id}:{claims['jti']}", at=at)
