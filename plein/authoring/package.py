"""A published journey as one file that another municipality can trust: signed, and checked.

The file has one way of being written. What is not written exactly so is refused, so that not one
byte of it can differ from what was signed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _
from joserfc.jwk import ECKey

from plein.cases.models import CaseType
from plein.journeys.languages import DUTCH
from plein.journeys.problems import DeclarationDoesNotFit
from plein.journeys.reading import check_journey, read_journey
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.sd_jwt.keys import named, public_part, read_public
from plein.kernel.signature import is_signed, sign
from plein.tenants.models import SigningPurpose
from plein.tenants.scope import current
from plein.tenants.signing import signing_key

FORM = "plein-journey/1"
PARTS = {"form", "manifest", "document", "public_key", "signature"}
MOST_BYTES = 2_000_000
_MANIFEST: dict[str, type] = {
    "key": str,
    "version": int,
    "name": str,
    "municipality": str,
    "host": str,
    "languages": list,
    "digest": str,
    "published_on": str,
    "signed_at": str,
}


class NoPackage(Refusal):
    message = _("Dit bestand is geen aanvraag uit Plein. Kies een ander bestand.")


class UnknownForm(Refusal):
    message = _(
        "Deze vorm kennen wij niet: {form}. Misschien is het gemaakt met een nieuwere Plein."
    )


class PackageIsChanged(Refusal):
    message = _("Dit bestand is veranderd nadat het werd ondertekend. Vraag om een nieuw bestand.")


class PackageDoesNotFit(Refusal):
    message = _("Deze aanvraag past niet in deze Plein: {problem}")


@dataclass(frozen=True, slots=True)
class Package:
    """What a package says, once its signature and digest were found right."""

    text: str
    key: str
    version: int
    name: str
    municipality: str
    host: str
    languages: tuple[str, ...]
    document: Mapping[str, Any]
    thumbprint: str

    @property
    def fingerprint(self) -> str:
        return _fingerprint(self.thumbprint)


def own_fingerprint(*, at: datetime) -> str:
    """What who calls us has to see on their screen."""
    return _fingerprint(signing_key(SigningPurpose.RECEIPT, at=at).thumbprint())


def packed(case_type: CaseType, *, at: datetime) -> str:
    """Signed with the key of the receipts, which the municipality publishes at its own host."""
    key = signing_key(SigningPurpose.RECEIPT, at=at)
    whole = {
        "form": FORM,
        "manifest": {
            "key": case_type.key,
            "version": case_type.version,
            "name": read_journey(case_type.document).name,
            "municipality": current().name,
            "host": current().host,
            "languages": list(case_type.document.get("languages", [DUTCH])),
            "digest": sha256(_bytes(case_type.document)).hexdigest(),
            "published_on": local_day(case_type.published_at).isoformat(),
            "signed_at": at.isoformat(),
        },
        "document": case_type.document,
        "public_key": public_part(key),
    }
    return _text(whole | {"signature": sign(_private(key), _signed_part(whole)).hex()})


def unpacked(given: bytes) -> Package:
    """Raises `NoPackage`, `UnknownForm`, `PackageIsChanged`, `PackageDoesNotFit`."""
    whole = _read(given)
    manifest, key = whole["manifest"], _key(whole["public_key"])
    if not is_signed(_public(key), _signed_part(whole), _signature(whole["signature"])):
        raise PackageIsChanged
    if sha256(_bytes(whole["document"])).hexdigest() != manifest["digest"]:
        raise PackageIsChanged
    try:
        check_journey(whole["document"])
    except DeclarationDoesNotFit as refused:
        raise PackageDoesNotFit(problem=refused.lines[0]) from None
    return Package(
        text=given.decode(),
        key=manifest["key"],
        version=manifest["version"],
        name=manifest["name"],
        municipality=manifest["municipality"],
        host=manifest["host"],
        languages=tuple(manifest["languages"]),
        document=whole["document"],
        thumbprint=key.thumbprint(),
    )


def _fingerprint(thumbprint: str) -> str:
    """To read aloud over the phone: 128 bits, in fours."""
    signs = sha256(thumbprint.encode()).hexdigest()[:32]
    return " ".join(signs[at : at + 4] for at in range(0, 32, 4))


def _read(given: bytes) -> dict[str, Any]:
    try:
        whole = json.loads(given) if len(given) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        raise NoPackage from None
    if not isinstance(whole, dict) or "form" not in whole:
        raise NoPackage
    if whole["form"] != FORM:
        raise UnknownForm(form=str(whole["form"])[:40])
    if whole.keys() != PARTS or not isinstance(whole["document"], dict) or not _is_manifest(whole):
        raise PackageIsChanged
    if _text(whole).encode() != given:
        raise PackageIsChanged
    return whole


def _is_manifest(whole: Mapping[str, Any]) -> bool:
    manifest = whole["manifest"]
    return (
        isinstance(manifest, dict)
        and manifest.keys() == _MANIFEST.keys()
        and all(type(manifest[name]) is kind for name, kind in _MANIFEST.items())
    )


def _key(jwk: object) -> ECKey:
    try:
        return named(read_public(jwk))
    except ValueError:
        raise PackageIsChanged from None


def _signature(text: object) -> bytes:
    try:
        return bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        return b""


def _signed_part(whole: Mapping[str, Any]) -> bytes:
    """The manifest holds the digest of the document, so that is under it as well."""
    return _bytes({name: whole[name] for name in ("form", "manifest", "public_key")})


def _bytes(given: Any) -> bytes:
    return json.dumps(given, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _text(whole: Mapping[str, Any]) -> str:
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def _private(key: ECKey) -> Any:
    return key.private_key


def _public(key: ECKey) -> Any:
    return key.public_key
