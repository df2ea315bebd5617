"""Keys and certificates for one test run: an authority, and what it signs."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID


@dataclass
class Pair:
    """A private key with its certificate, as PEM and as files."""

    name: str
    private_key: rsa.RSAPrivateKey
    x509: x509.Certificate
    folder: Path

    @cached_property
    def key(self) -> str:
        return self.private_key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
        ).decode()

    @cached_property
    def certificate(self) -> str:
        return self.x509.public_bytes(Encoding.PEM).decode()

    @cached_property
    def key_file(self) -> str:
        return self._written(".key", self.key)

    @cached_property
    def certificate_file(self) -> str:
        return self._written(".pem", self.certificate)

    def _written(self, ending: str, text: str) -> str:
        path = self.folder / (self.name + ending)
        path.write_text(text)
        return str(path)


def make_pair(name: str, folder: Path, *, issuer: Pair | None = None) -> Pair:
    """Signed by the issuer, or by itself."""
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    loopback = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    public = key.public_key()
    signer = issuer.private_key.public_key() if issuer else public
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.x509.subject if issuer else subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(hours=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer), critical=False)
        .add_extension(loopback, critical=False)
        .sign(issuer.private_key if issuer else key, hashes.SHA256())
    )
    return Pair(name, key, certificate, folder)
