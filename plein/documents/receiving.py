"""From an upload to a file that may be kept: judged and scanned, before anything is written."""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plein.documents.judging import judge
from plein.documents.naming import plain_name
from plein.gateways.antivirus.client import Antivirus
from plein.gateways.antivirus.types import NoVerdict, Verdict
from plein.kernel.refusal import Refusal


class FileNotSafe(Refusal):
    message = _("Dit bestand is niet veilig: er zit een virus in. Maak een foto en stuur die.")


@dataclass(frozen=True, slots=True, repr=False)
class Received:
    """`is_scanned`: clean. Else the scanner gave no answer, and nobody opens it yet."""

    name: str
    ending: str
    content: bytes
    sha256: str
    is_scanned: bool


def scanner() -> Antivirus:
    return Antivirus(settings.CLAMAV)


def receive(name: str, upload: bytes, *, asks: bool = True) -> Received:
    """Calls the scanner, so never in a transaction, unless it `asks` not: then it waits.

    Raises `FileNotSafe` and those of `judge`.
    """
    judged = judge(upload)
    verdict = _scanned(upload) if asks else None
    if verdict and not verdict.is_clean:
        raise FileNotSafe
    return Received(
        name=plain_name(name),
        ending=judged.ending,
        content=judged.content,
        sha256=sha256(upload).hexdigest(),
        is_scanned=verdict is not None,
    )


def _scanned(upload: bytes) -> Verdict | None:
    try:
        return scanner().scan(upload)
    except NoVerdict:
        return None
