"""A declaratie of Fatima for Lina, as tests hand it in."""

from hashlib import sha256

from plein.documents.receiving import Received
from plein.webshop.actions.claims import Declared, submit_claim
from plein.webshop.claim_words import ClaimPayee
from tests.cast import NOON
from tests.webshop.conftest import household

PDF = b"%PDF-1.4 bon"
IBAN = "NL91ABNA0417164300"
RECEIPT = Received("bon", "pdf", PDF, sha256(PDF).hexdigest(), is_scanned=True)


def declared(member, grant, cents=4_000, **changes) -> Declared:
    standard = {
        "what": "Contributie van de voetbalclub",
        "member": member.pk,
        "grant": grant.pk,
        "cents": cents,
        "payee": ClaimPayee("F. Yilmaz", IBAN),
        "receipts": [RECEIPT],
    }
    return Declared(**(standard | changes))


def submit(resident, member, grant, cents=4_000, key="claim", at=NOON, **changes):
    return submit_claim(
        declared(member, grant, cents, **changes),
        household=household(resident),
        resident=resident,
        key=key,
        by=resident.actor,
        at=at,
    )
