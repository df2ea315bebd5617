"""The issuer of PIDs, as it publishes itself: its keys, and its list of what was withdrawn."""

from typing import Any

from plein.gateways.digid.back_channel import Answer, call
from plein.gateways.wallet.types import IssuerUnreachable
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt.keys import Keys, read_key_set
from plein.kernel.sd_jwt.refusals import Malformed, StatusUnknown
from plein.kernel.sd_jwt.text import read_object

_TIMEOUT_SECONDS = 5
_OK = 200


class PidIssuer:
    """`address` is who it says it is (`iss`); nothing is fetched from anywhere else."""

    def __init__(self, address: str) -> None:
        self.address = address

    def keys(self) -> Keys:
        """JWT VC Issuer Metadata (SD-JWT VC, section 5). Raises `IssuerUnreachable`."""
        found = self._json(f"{self.address}/.well-known/jwt-vc-issuer")
        if found.get("issuer") != self.address:
            raise IssuerUnreachable
        return read_key_set(found.get("jwks") or self._json(str(found.get("jwks_uri"))))

    def status_list(self, uri: str) -> str:
        """The credential names the address: followed only to the issuer itself."""
        try:
            return self._get(uri).body.decode("ascii")
        except (IssuerUnreachable, UnicodeDecodeError):
            raise StatusUnknown from None

    def _json(self, url: str) -> dict[str, Any]:
        try:
            return read_object(self._get(url).body)
        except Malformed:
            raise IssuerUnreachable from None

    def _get(self, url: str) -> Answer:
        if not url.startswith(f"{self.address}/"):
            raise IssuerUnreachable
        try:
            answer = call("GET", url, timeout=_TIMEOUT_SECONDS)
        except Refusal:
            raise IssuerUnreachable from None
        if answer.status != _OK:
            raise IssuerUnreachable
        return answer
