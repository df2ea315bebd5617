"""The request for one PID (OpenID4VP 1.0, sections 5 and 6): as little as we can ask."""

import json
from typing import Any
from urllib.parse import urlencode

from plein.gateways.wallet.types import PID_VCT

QUERY_ID = "pid"
ASKED = ("bsn",)  # to see that the wallet is the resident's own
DCQL = {
    "credentials": [
        {
            "id": QUERY_ID,
            "format": "dc+sd-jwt",
            "meta": {"vct_values": [PID_VCT]},
            "claims": [{"path": [name]} for name in ASKED],
        }
    ]
}
FORMATS = {"dc+sd-jwt": {"sd-jwt_alg_values": ["ES256"], "kb-jwt_alg_values": ["ES256"]}}


def client_id(response_uri: str) -> str:
    """Who asks; the wallet's proof is made out to this name."""
    return f"redirect_uri:{response_uri}"


def request_url(wallet: str, *, response_uri: str, nonce: str, state: str) -> str:
    fields: dict[str, Any] = {
        "response_type": "vp_token",
        "response_mode": "direct_post",
        "client_id": client_id(response_uri),
        "response_uri": response_uri,
        "nonce": nonce,
        "state": state,
        "dcql_query": json.dumps(DCQL, separators=(",", ":")),
        "client_metadata": json.dumps({"vp_formats_supported": FORMATS}, separators=(",", ":")),
    }
    return f"{wallet}?{urlencode(fields)}"
