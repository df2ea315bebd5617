"""DigiD through SAML 2.0: signed request by redirect, artifact back, answer over mutual TLS.

Koppelvlakspecificatie DigiD SAML Authenticatie. Needs requirements/saml.txt. The toolkit stamps
its messages with its own clock; what comes back is judged by `at` as well.
"""

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha1
from http import HTTPStatus
from secrets import token_urlsafe
from urllib.parse import urlsplit

from lxml.etree import LxmlError
from onelogin.saml2.artifact_resolve import Artifact_Resolve_Request
from onelogin.saml2.artifact_response import Artifact_Response
from onelogin.saml2.auth import OneLogin_Saml2_Auth
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings

from plein.gateways.back_channel import Identity
from plein.gateways.digid.back_channel import call
from plein.gateways.digid.one_time import SeenBefore, is_same, seen_before
from plein.gateways.digid.saml_answer import read_answer
from plein.gateways.digid.saml_settings import SamlSettings, toolkit_settings
from plein.gateways.digid.types import Beginning, Reason, SignedIn, SignInRefused

# SAML bindings 3.6.4: type 4, index of the end point, SHA-1 of the issuer, handle; 44 bytes.
_ARTIFACT = re.compile(r"[A-Za-z0-9+/]{59}=")
_ISSUER_IN_ARTIFACT = slice(4, 24)


class SamlClient:
    """Signs residents in at one municipality."""

    def __init__(self, settings: SamlSettings, *, seen_before: SeenBefore = seen_before) -> None:
        self._settings = settings
        self._seen_before = seen_before
        self._toolkit = OneLogin_Saml2_Settings(toolkit_settings(settings))

    def metadata(self) -> str:
        """What Logius needs to know of this municipality, signed."""
        signed: bytes | str = self._toolkit.get_sp_metadata()
        return signed.decode() if isinstance(signed, bytes) else signed

    def begin(self, *, at: datetime) -> Beginning:
        """`at` is not used: the toolkit stamps the request."""
        relay_state = token_urlsafe(32)
        auth = OneLogin_Saml2_Auth(self._asked_at(), self._toolkit)
        # A fresh login each time: on a shared computer the neighbour's must not be reused.
        url = auth.login(return_to=relay_state, force_authn=True, set_nameid_policy=False)
        kept = {"entity_id": self._settings.entity_id, "relay_state": relay_state}
        return Beginning(url, kept | {"request_id": auth.get_last_request_id()})

    def finish(
        self, *, kept: Mapping[str, str], answer: Mapping[str, str], at: datetime
    ) -> SignedIn:
        """Raises `SignInCancelled`, `SignInRefused` or `DigidUnreachable`."""
        if not is_same(kept.get("relay_state"), answer.get("RelayState")):
            raise SignInRefused(Reason.STATE)
        if kept.get("entity_id") != self._settings.entity_id:
            raise SignInRefused(Reason.OTHER_CLIENT)
        return read_answer(
            self._resolve(self._artifact_in(answer)),
            settings=self._settings,
            request_id=kept["request_id"],
            received_at=self._asked_at(),
            seen_before=self._seen_before,
            at=at,
        )

    def _artifact_in(self, answer: Mapping[str, str]) -> str:
        """The toolkit pastes the artifact into a message that we sign: let nothing else in."""
        artifact = answer.get("SAMLart", "")
        if _ARTIFACT.fullmatch(artifact) is None:
            raise SignInRefused(Reason.MALFORMED)
        expected = sha1(self._settings.idp_entity_id.encode(), usedforsecurity=False).digest()
        if b64decode(artifact)[_ISSUER_IN_ARTIFACT] != expected:
            raise SignInRefused(Reason.ISSUER)
        return artifact

    def _resolve(self, artifact: str) -> OneLogin_Saml2_Response:
        """Fetch the answer ourselves: the toolkit's own call has no time limit."""
        settings = self._settings
        request = Artifact_Resolve_Request(self._toolkit, artifact)
        answer = call(
            "POST",
            settings.artifact_url,
            timeout=settings.timeout_seconds,
            data=request.get_soap_request(),
            headers={"Content-Type": "text/xml; charset=utf-8"},
            identity=Identity(
                certificate=settings.tls_certificate,
                key=settings.tls_key,
                authority=settings.tls_ca,
            ),
        )
        if answer.status != HTTPStatus.OK:
            raise SignInRefused(Reason.CODE)
        return self._unwrap(answer.body, request.get_id())

    def _unwrap(self, body: bytes, resolve_id: str) -> OneLogin_Saml2_Response:
        try:
            outer = Artifact_Response(self._toolkit, body)
            ours = outer.get_in_response_to() == resolve_id
            if not ours or not outer.is_valid(resolve_id):
                raise SignInRefused(Reason.CODE)
            return OneLogin_Saml2_Response(self._toolkit, outer.get_response_xml())
        except (LxmlError, ValueError, IndexError):
            raise SignInRefused(Reason.MALFORMED) from None

    def _asked_at(self) -> dict[str, str]:
        """The address the answer must be meant for: of our settings, not of the request."""
        acs = urlsplit(self._settings.acs_url)
        https = "on" if acs.scheme == "https" else "off"
        return {
            "https": https,
            "http_host": acs.netloc,
            "script_name": "",
            "path_info": acs.path,
        }
