"""Are the papers of a SAML connection in order? Asked when it is made, not when a resident comes.

Needs requirements/saml.txt.
"""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509 import Certificate, load_pem_x509_certificate
from django.utils.translation import gettext_lazy as _
from onelogin.saml2.errors import OneLogin_Saml2_Error

from plein.gateways.digid.saml import SamlClient
from plein.gateways.digid.saml_settings import SamlSettings
from plein.kernel.refusal import Refusal


class PapersNotInOrder(Refusal):
    message = _("De instellingen voor DigiD kloppen niet: {problem}")


def demand_papers_in_order(settings: SamlSettings) -> None:
    """Raises `PapersNotInOrder`: a key without its certificate, a file that is not there."""
    own = _certificate("certificate", settings.certificate)
    if _private_key(settings.private_key).public_key() != own.public_key():
        raise PapersNotInOrder(problem=_("private_key en certificate horen niet bij elkaar."))
    for theirs in settings.idp_certificates:
        _certificate("idp_certificates", theirs)
    for path in (settings.tls_certificate, settings.tls_key, settings.tls_ca):
        if not Path(path).is_file():
            raise PapersNotInOrder(problem=_("er is geen bestand %(path)s.") % {"path": path})
    try:
        SamlClient(settings).metadata()
    except OneLogin_Saml2_Error as problem:
        raise PapersNotInOrder(problem=problem) from None


def _private_key(pem: str) -> RSAPrivateKey:
    """DigiD knows RSA only. No word of the key comes in the message."""
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (TypeError, ValueError):
        key = None
    if not isinstance(key, RSAPrivateKey):
        raise PapersNotInOrder(
            problem=_("private_key is geen RSA-sleutel (PEM) zonder wachtwoord.")
        )
    return key


def _certificate(name: str, pem: object) -> Certificate:
    try:
        return load_pem_x509_certificate(str(pem).encode())
    except ValueError:
        problem = _("in %(name)s staat geen certificaat (PEM).") % {"name": name}
        raise PapersNotInOrder(problem=problem) from None
