"""Proof of what a resident decided: signed by the municipality, checked without it.

A compact JWS (RFC 7515, ES256) over a record in the style of ISO/IEC TS 27560: who, for what, on
which ground, which elements, how long, and how to stop. It holds keys of elements and no value.
"""

import json
from datetime import datetime
from typing import Any

from joserfc import jws

from plein.tenants.models import SigningPurpose
from plein.tenants.scope import current
from plein.tenants.signing import key_set, signing_key
from plein.vault.catalogue import catalogue
from plein.vault.models import DataUse, Receipt, ReceiptKind, SharingGrant, Vault
from plein.vault.pseudonyms import pseudonym_of

_ALGORITHM = "ES256"
TEXT_VERSION = "2026-1"  # of the words on the page of the decision


def issue(
    vault: Vault,
    use: DataUse,
    kind: ReceiptKind,
    *,
    grant: SharingGrant | None = None,
    at: datetime,
) -> Receipt:
    """Write a receipt, in the transaction of the decision it is about."""
    receipt = Receipt(vault=vault, use=use, grant=grant, kind=kind, issued_at=at)
    record = {
        "id": str(receipt.pk),
        "kind": kind,
        "municipality": current().name,
        "recipient": str(use.recipient),
        "subject": pseudonym_of(vault, use.recipient),
        "use": use.title,
        "purpose": catalogue().bundles[use.bundle].purpose,
        "basis": catalogue().bases[use.basis].law,
        "sharing": use.kind,
        "elements": grant.elements if grant else [],
        "until": grant.until.isoformat() if grant else None,
        "may_keep": use.may_keep,
        "text_version": TEXT_VERSION,
        "issued_at": at.isoformat(),
        "withdraw_at": f"https://{current().host}/gegevens/delen/",
    }
    receipt.jws = signed(record, at=at)
    receipt.save()
    return receipt


RECEIPT = "plein-receipt+jws"


def signed(record: dict[str, Any], *, kind: str = RECEIPT, at: datetime) -> str:
    """A compact JWS over this record, as bytes of JSON with its keys in order."""
    key = signing_key(SigningPurpose.RECEIPT, at=at)
    header = {"alg": _ALGORITHM, "typ": kind, "kid": key.kid}
    return jws.serialize_compact(header, _json(record), key)


def signed_record(receipt: Receipt) -> dict[str, Any]:
    """What the signature stands under, as `issue` wrote it."""
    record: dict[str, Any] = json.loads(jws.extract_compact(receipt.jws.encode()).payload)
    return record


def _json(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True).encode()


def public_keys() -> dict[str, Any]:
    """The key set with which anybody checks a receipt (RFC 7517)."""
    return key_set(SigningPurpose.RECEIPT)
