"""The SAML connection of one municipality, and how the toolkit wants to read it."""

from dataclasses import dataclass, field
from typing import Any

from cryptography.x509 import load_pem_x509_certificate

from plein.gateways.digid.level import Level

_BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings:"
_RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class SamlSettings:
    """What the municipality and Logius agreed on. Each municipality has its own certificate."""

    entity_id: str
    acs_url: str
    private_key: str = field(repr=False)  # PEM
    certificate: str  # PEM
    idp_entity_id: str
    sso_url: str
    artifact_url: str
    idp_certificates: tuple[str, ...]  # PEM; two while DigiD replaces its certificate
    tls_certificate: str  # path, for the back channel
    tls_key: str  # path
    tls_ca: str  # path
    minimum_level: Level = Level.MIDDEN
    timeout_seconds: float = 10


def toolkit_settings(settings: SamlSettings) -> dict[str, Any]:
    return {
        "strict": True,
        "sp": {
            "entityId": settings.entity_id,
            "assertionConsumerService": {
                "url": settings.acs_url,
                "binding": _BINDINGS + "HTTP-Artifact",
            },
            "privateKey": settings.private_key,
            "x509cert": settings.certificate,
        },
        "idp": {
            "entityId": settings.idp_entity_id,
            "singleSignOnService": {
                "url": settings.sso_url,
                "binding": _BINDINGS + "HTTP-Redirect",
            },
            "artifactResolutionService": [],  # we call it ourselves, with a time limit
            "x509certMulti": {"signing": list(settings.idp_certificates)},
        },
        "security": _security(settings.minimum_level)
        | {"metadataValidUntil": _last_moment(settings.certificate)},
    }


def _security(minimum_level: Level) -> dict[str, Any]:
    """The toolkit still starts from SHA-1 and from unsigned answers: say all of it."""
    return {
        "authnRequestsSigned": True,
        "signMetadata": True,
        "wantAssertionsSigned": True,
        "wantAttributeStatement": False,  # DigiD gives the BSN in the NameID
        "signatureAlgorithm": _RSA_SHA256,
        "digestAlgorithm": _SHA256,
        "rejectDeprecatedAlgorithm": True,
        "requestedAuthnContext": [minimum_level.uri],
        "requestedAuthnContextComparison": "minimum",
    }


def _last_moment(certificate: str) -> str:
    """The metadata hold as long as the certificate in them: Logius reads them once, by hand."""
    until = load_pem_x509_certificate(certificate.encode()).not_valid_after_utc
    return until.strftime("%Y-%m-%dT%H:%M:%SZ")
