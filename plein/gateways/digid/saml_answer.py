"""Judging a SAML answer. The toolkit checks the signature; what it leaves open is closed here.

It does not compare the level that comes back with the level we asked for, accepts an answer to
nobody's question, an address that merely contains ours, and five minutes of clock drift.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from onelogin.saml2.constants import OneLogin_Saml2_Constants as Saml
from onelogin.saml2.errors import OneLogin_Saml2_ValidationError
from onelogin.saml2.response import OneLogin_Saml2_Response

from plein.gateways.digid.identifier import read_bsn
from plein.gateways.digid.level import Level
from plein.gateways.digid.one_time import SeenBefore
from plein.gateways.digid.saml_settings import SamlSettings
from plein.gateways.digid.types import Reason, SignedIn, SignInCancelled, SignInRefused
from plein.kernel.bsn import Bsn

_ASSERTION = "/samlp:Response/saml:Assertion"
_CONDITIONS = _ASSERTION + "/saml:Conditions"
_CONFIRMED = _ASSERTION + "/saml:Subject/saml:SubjectConfirmation/saml:SubjectConfirmationData"
_STATEMENT = _ASSERTION + "/saml:AuthnStatement"
_BSN_SECTOR = "s00000000:"  # a BSN; DigiD also knows s00000001, the SOFI number
_CLOCK_DRIFT = timedelta(seconds=30)
_SIGNED_WITH = {Saml.RSA_SHA256, Saml.RSA_SHA384, Saml.RSA_SHA512}
_DIGESTED_WITH = {Saml.SHA256, Saml.SHA384, Saml.SHA512}


def read_answer(
    response: OneLogin_Saml2_Response,
    *,
    settings: SamlSettings,
    request_id: str,
    received_at: Mapping[str, str],
    seen_before: SeenBefore,
    at: datetime,
) -> SignedIn:
    """Who signed in. Nothing of the answer is used before its signature is found good."""
    _demand_success(response)
    _demand_ours(response, settings, request_id)
    until = _demand_in_time(response, at)
    _demand_modern_algorithms(response)
    if not response.is_valid(received_at, request_id):
        raise SignInRefused(Reason.SIGNATURE)
    signed_in = SignedIn(
        bsn=_bsn_in(response),
        level=_level_in(response, settings.minimum_level),
        at=at,
        session_id=response.get_session_index() or "",
    )
    lasts = until - at + _CLOCK_DRIFT
    if seen_before(_only(response, _ASSERTION + "/@ID"), int(lasts.total_seconds()) + 1):
        raise SignInRefused(Reason.REPLAYED)
    return signed_in


def _demand_success(response: OneLogin_Saml2_Response) -> None:
    try:
        response.check_status()
    except OneLogin_Saml2_ValidationError as failure:
        if failure.code == OneLogin_Saml2_ValidationError.STATUS_CODE_AUTHNFAILED:
            raise SignInCancelled from None
        raise SignInRefused(Reason.PROVIDER) from None


def _demand_ours(
    response: OneLogin_Saml2_Response, settings: SamlSettings, request_id: str
) -> None:
    """An answer to our question, sent to our address, for our municipality, by DigiD."""
    asked = {_only(response, "/samlp:Response/@InResponseTo")}
    asked.add(_only(response, _CONFIRMED + "/@InResponseTo"))
    audience = _only(response, _CONDITIONS + "/saml:AudienceRestriction/saml:Audience/text()")
    if asked != {request_id}:
        raise SignInRefused(Reason.IN_RESPONSE_TO)
    if _only(response, _CONFIRMED + "/@Recipient") != settings.acs_url:
        raise SignInRefused(Reason.RECIPIENT)
    if audience != settings.entity_id:
        raise SignInRefused(Reason.AUDIENCE)
    if _only(response, _ASSERTION + "/saml:Issuer/text()") != settings.idp_entity_id:
        raise SignInRefused(Reason.ISSUER)


def _demand_in_time(response: OneLogin_Saml2_Response, at: datetime) -> datetime:
    """The last moment at which this answer may be used."""
    starts = _moment(response, _CONDITIONS + "/@NotBefore")
    until = min(
        _moment(response, _CONDITIONS + "/@NotOnOrAfter"),
        _moment(response, _CONFIRMED + "/@NotOnOrAfter"),
    )
    if at + _CLOCK_DRIFT < starts:
        raise SignInRefused(Reason.NOT_BEFORE)
    if at >= until + _CLOCK_DRIFT:
        raise SignInRefused(Reason.EXPIRED)
    return until


def _demand_modern_algorithms(response: OneLogin_Saml2_Response) -> None:
    """The toolkit knows a list of what is forbidden; we name what is allowed."""
    signed = set(_all(response, "//ds:SignatureMethod/@Algorithm"))
    digested = set(_all(response, "//ds:DigestMethod/@Algorithm"))
    if not signed <= _SIGNED_WITH or not digested <= _DIGESTED_WITH:
        raise SignInRefused(Reason.SIGNATURE)


def _level_in(response: OneLogin_Saml2_Response, minimum: Level) -> Level:
    """Asking for a level does not make it so: check what came back."""
    level = Level.called(_only(response, _STATEMENT + "//saml:AuthnContextClassRef/text()"))
    if level is None or level < minimum:
        raise SignInRefused(Reason.LEVEL)
    return level


def _bsn_in(response: OneLogin_Saml2_Response) -> Bsn:
    name = _only(response, _ASSERTION + "/saml:Subject/saml:NameID/text()")
    if not name.startswith(_BSN_SECTOR):
        raise SignInRefused(Reason.BSN)
    return read_bsn(name.removeprefix(_BSN_SECTOR))


def _moment(response: OneLogin_Saml2_Response, path: str) -> datetime:
    try:
        found = datetime.fromisoformat(_only(response, path))
    except ValueError:
        raise SignInRefused(Reason.MALFORMED) from None
    if found.tzinfo is None:
        raise SignInRefused(Reason.MALFORMED)
    return found


def _only(response: OneLogin_Saml2_Response, path: str) -> str:
    """The one value at this place: none is too few, and two is a trick."""
    found = _all(response, path)
    if len(found) != 1:
        raise SignInRefused(Reason.MALFORMED)
    return found[0].strip()


def _all(response: OneLogin_Saml2_Response, path: str) -> list[str]:
    return [str(one) for one in response.document.xpath(path, namespaces=Saml.NSMAP)]
