"""The request with which a browser arrives, read as a wallet must (OpenID4VP 1.0, section 5)."""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import QueryDict

from plein.gateways.back_channel import is_loopback
from plein.gateways.wallet.request import client_id
from plein.gateways.wallet.types import PID_VCT


class NotForUs(Exception):
    """Not a request that this wallet can answer: nothing is sent to anybody."""


@dataclass(frozen=True, slots=True)
class Asked:
    client_id: str
    response_uri: str
    nonce: str
    state: str
    query_id: str
    names: tuple[str, ...]

    @property
    def host(self) -> str:
        """What the wallet can tell its owner: where the answer goes."""
        return urlsplit(self.response_uri).netloc

    @property
    def origin(self) -> str:
        parts = urlsplit(self.response_uri)
        return f"{parts.scheme}://{parts.netloc}"


def read_request(query: QueryDict) -> Asked:
    """Raises `NotForUs`."""
    response_uri = query.get("response_uri", "")
    whole = (
        query.get("response_type") == "vp_token"
        and query.get("response_mode") == "direct_post"
        and query.get("client_id") == client_id(response_uri)
        and all(query.get(name) for name in ("nonce", "state", "client_metadata"))
    )
    if not whole or not is_loopback(response_uri):
        raise NotForUs
    query_id, names = _read_dcql(query.get("dcql_query", ""))
    nonce, state = query.get("nonce", ""), query.get("state", "")
    return Asked(client_id(response_uri), response_uri, nonce, state, query_id, names)


def _read_dcql(text: str) -> tuple[str, tuple[str, ...]]:
    """One PID, with claims at the top level."""
    try:
        (wanted,) = json.loads(text)["credentials"]
        if wanted["format"] != "dc+sd-jwt" or PID_VCT not in wanted["meta"]["vct_values"]:
            raise NotForUs
        return wanted["id"], tuple(claim["path"][0] for claim in wanted["claims"])
    except (ValueError, KeyError, TypeError, IndexError):
        raise NotForUs from None
