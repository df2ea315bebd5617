"""The question with which a browser arrives (OpenID Connect Core 3.1.2.1)."""

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.http import QueryDict

from plein.gateways.digid.level import Level
from plein.gateways.digid.means import Means
from plein.gateways.digid.simulator import settings
from plein.gateways.digid.simulator.clients import Client, find_client


class UnknownClient(Exception):
    """No such client, or not its address: then nothing is sent back, to nobody."""


@dataclass(frozen=True, slots=True)
class Asked:
    client_id: str
    client: Client
    redirect_uri: str
    state: str
    nonce: str
    challenge: str
    level: Level
    means: Means
    is_whole: bool

    @property
    def origin(self) -> str:
        parts = urlsplit(self.redirect_uri)
        return f"{parts.scheme}://{parts.netloc}"

    def answer(self, **fields: str) -> str:
        """Where the browser goes back to, with `iss` against mix-ups (RFC 9207)."""
        both = {"state": self.state, "iss": settings.DIGID_ISSUER}
        joint = "&" if urlsplit(self.redirect_uri).query else "?"
        return self.redirect_uri + joint + urlencode(fields | both)


def read_question(query: QueryDict) -> Asked:
    """Raises `UnknownClient`."""
    client_id, redirect_uri = query.get("client_id", ""), query.get("redirect_uri", "")
    client = find_client(client_id)
    if client is None or redirect_uri not in client.redirect_uris:
        raise UnknownClient
    return Asked(
        client_id=client_id,
        client=client,
        redirect_uri=redirect_uri,
        state=query.get("state", ""),
        nonce=query.get("nonce", ""),
        challenge=query.get("code_challenge", ""),
        level=Level.called(query.get("acr_values")) or Level.BASIS,
        means=_means_in(query),
        is_whole=_is_whole(query),
    )


def _means_in(query: QueryDict) -> Means:
    of_eidas = {level.eidas_uri for level in Level}
    return Means.EIDAS if query.get("acr_values") in of_eidas else Means.DIGID


def _is_whole(query: QueryDict) -> bool:
    return (
        query.get("response_type") == "code"
        and "openid" in query.get("scope", "").split()
        and query.get("code_challenge_method") == "S256"
        and all(query.get(name) for name in ("code_challenge", "state", "nonce"))
    )
