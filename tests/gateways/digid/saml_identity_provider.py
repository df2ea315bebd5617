"""A SAML identity provider of our own, as strict as DigiD: it checks what Plein signs.

Not a fake of the toolkit: it reads the redirect, hands out an artifact, and answers SOAP over
mutual TLS with an assertion it signs. Each test says what it spoils.
"""

import ssl
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_bytes, token_hex
from threading import Thread
from time import sleep
from urllib.parse import parse_qsl, urlsplit

import xmlsec
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_pem_x509_certificate
from lxml import etree
from saml_certificates import Pair

ENTITY_ID = "https://digid.example/saml/idp"
NAMES = {
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
}
STATUS = "urn:oasis:names:tc:SAML:2.0:status:"


@dataclass(frozen=True)
class Login:
    """What the assertion will say."""

    asked_by: str
    request_id: str
    audience: str
    recipient: str
    name_id: str
    level: str
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    lasts: timedelta = timedelta(minutes=2)
    cancelled: bool = False
    algorithm: object = xmlsec.Transform.RSA_SHA256


@dataclass
class SamlIdentityProvider:
    signing: Pair
    tls: Pair
    authority: Pair
    municipalities: dict[str, str]  # entity id: certificate
    logins: dict[str, Login] = field(default_factory=dict)
    delay: float = 0
    after_signing: Callable[[str], str] = str
    signs: bool = True
    url: str = ""

    def visit(self, url: str, *, bsn: str, level: str, **spoiled: object) -> dict[str, str]:
        """What the browser brings back, when this person logs in at the page behind `url`."""
        query = dict(parse_qsl(urlsplit(url).query))
        request = etree.fromstring(zlib.decompress(b64decode(query["SAMLRequest"]), -15))
        issuer = request.findtext("saml:Issuer", namespaces=NAMES)
        self._verify_redirect(url, query, issuer)
        login = Login(
            asked_by=issuer,
            request_id=request.get("ID"),
            audience=issuer,
            recipient=request.get("AssertionConsumerServiceURL"),
            name_id="s00000000:" + bsn,
            level=level,
        )
        source = sha1(ENTITY_ID.encode(), usedforsecurity=False).digest()
        artifact = b64encode(b"\x00\x04\x00\x00" + source + token_bytes(20)).decode()
        self.logins[artifact] = replace(login, **spoiled)
        return {"SAMLart": artifact, "RelayState": query["RelayState"]}

    def _verify_redirect(self, url: str, query: dict[str, str], issuer: str) -> None:
        assert query["SigAlg"].endswith("rsa-sha256")
        parts = urlsplit(url).query.split("&")
        names = ("SAMLRequest=", "RelayState=", "SigAlg=")
        signed = "&".join(part for name in names for part in parts if part.startswith(name))
        public = load_pem_x509_certificate(self.municipalities[issuer].encode()).public_key()
        public.verify(b64decode(query["Signature"]), signed.encode(), PKCS1v15(), SHA256())

    def answer(self, body: bytes) -> str:
        """The SOAP answer to an ArtifactResolve: once, and to who asked for the login only."""
        sleep(self.delay)
        resolve = etree.fromstring(body).find(".//samlp:ArtifactResolve", NAMES)
        issuer = resolve.findtext("saml:Issuer", namespaces=NAMES)
        _verify(resolve, self.municipalities[issuer])
        login = self.logins.pop(resolve.findtext("samlp:Artifact", namespaces=NAMES), None)
        known = login is not None and login.asked_by == issuer
        inner = self._response(login) if login and known else ""
        status = "Success" if known else "Requester"
        return (
            '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>'
            f'<samlp:ArtifactResponse {_HEAD} InResponseTo="{resolve.get("ID")}" {_ids()}>'
            f"<saml:Issuer>{ENTITY_ID}</saml:Issuer>"
            f'<samlp:Status><samlp:StatusCode Value="{STATUS}{status}"/></samlp:Status>'
            f"{inner}</samlp:ArtifactResponse></e:Body></e:Envelope>"
        )

    def _response(self, login: Login) -> str:
        assertion = "" if login.cancelled else self._assertion(login)
        code = f'<samlp:StatusCode Value="{STATUS}AuthnFailed"/>' if login.cancelled else ""
        status = "Responder" if login.cancelled else "Success"
        return (
            f'<samlp:Response {_HEAD} InResponseTo="{login.request_id}" {_ids(login.at)}>'
            f"<saml:Issuer>{ENTITY_ID}</saml:Issuer><samlp:Status>"
            f'<samlp:StatusCode Value="{STATUS}{status}">{code}</samlp:StatusCode></samlp:Status>'
            f"{assertion}</samlp:Response>"
        )

    def _assertion(self, login: Login) -> str:
        until = _text(login.at + login.lasts)
        xml = (
            f"<saml:Assertion {_HEAD} {_ids(login.at)}><saml:Issuer>{ENTITY_ID}</saml:Issuer>"
            f"<saml:Subject><saml:NameID>{login.name_id}</saml:NameID><saml:SubjectConfirmation "
            'Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData '
            f'InResponseTo="{login.request_id}" Recipient="{login.recipient}" '
            f'NotOnOrAfter="{until}"/></saml:SubjectConfirmation></saml:Subject>'
            f'<saml:Conditions NotBefore="{_text(login.at)}" NotOnOrAfter="{until}">'
            f"<saml:AudienceRestriction><saml:Audience>{login.audience}</saml:Audience>"
            "</saml:AudienceRestriction></saml:Conditions>"
            f'<saml:AuthnStatement AuthnInstant="{_text(login.at)}" SessionIndex="{token_hex(8)}">'
            f"<saml:AuthnContext><saml:AuthnContextClassRef>{login.level}"
            "</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>"
            "</saml:Assertion>"
        )
        signed = _sign(xml, self.signing, login.algorithm) if self.signs else xml
        return self.after_signing(signed)


@contextmanager
def serve(provider: SamlIdentityProvider) -> Iterator[None]:
    """The back channel: TLS that demands a certificate of the caller too."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            text = provider.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(provider.tls.certificate_file, provider.tls.key_file)
    context.load_verify_locations(provider.authority.certificate_file)
    context.verify_mode = ssl.CERT_REQUIRED
    server = QuietServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    provider.url = f"https://127.0.0.1:{server.server_port}/artifact"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller that hangs up is what several tests are about."""


_HEAD = f'xmlns:samlp="{NAMES["samlp"]}" xmlns:saml="{NAMES["saml"]}" Version="2.0"'


def _ids(at: datetime | None = None) -> str:
    return f'ID="_{token_hex(16)}" IssueInstant="{_text(at or datetime.now(UTC))}"'


def _text(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _sign(xml: str, pair: Pair, algorithm: object) -> str:
    element = etree.fromstring(xml)
    old = algorithm is xmlsec.Transform.RSA_SHA1
    digest = xmlsec.Transform.SHA1 if old else xmlsec.Transform.SHA256
    signature = xmlsec.template.create(element, xmlsec.Transform.EXCL_C14N, algorithm, ns="ds")
    element.insert(1, signature)
    reference = xmlsec.template.add_reference(signature, digest, uri="#" + element.get("ID"))
    xmlsec.template.add_transform(reference, xmlsec.Transform.ENVELOPED)
    xmlsec.template.add_transform(reference, xmlsec.Transform.EXCL_C14N)
    xmlsec.tree.add_ids(element, ["ID"])
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(pair.key, xmlsec.KeyFormat.PEM)
    context.sign(signature)
    return etree.tostring(element).decode()


def _verify(element: etree._Element, certificate: str) -> None:
    xmlsec.tree.add_ids(element, ["ID"])
    signature = element.find("ds:Signature", NAMES)
    assert signature is not None
    assert signature.find(".//ds:Reference", NAMES).get("URI") == "#" + element.get("ID")
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(certificate, xmlsec.KeyFormat.CERT_PEM)
    context.verify(signature)
