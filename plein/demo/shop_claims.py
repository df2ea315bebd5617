"""What a resident of the demo paid and asks back, with a bon that we draw."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from plein.documents.receiving import Received
from plein.identity.models import Household, Member, Resident
from plein.kernel.money import bare_euros
from plein.webshop.actions.claims import Declared, submit_claim
from plein.webshop.claim_words import ClaimPayee
from plein.webshop.models import Claim, Grant

SIZE, MARGIN, LINE = (420, 300), 24, 28


def add_claim(
    row: Mapping[str, Any],
    household: Household,
    resident: Resident,
    member: Member,
    grant: Grant,
    at: datetime,
) -> Claim:
    """From the budget of this member; it waits for staff."""
    declared = Declared(
        what=row["what"],
        member=member.pk,
        grant=grant.pk,
        cents=row["cents"],
        payee=ClaimPayee(row["name"], row["iban"]),
        receipts=[_bon(row)],
    )
    key = f"demo-{resident.pk}-{row['what']}"
    by = resident.actor
    return submit_claim(declared, household=household, resident=resident, key=key, by=by, at=at)


def _bon(row: Mapping[str, Any]) -> Received:
    paper = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(paper)
    for number, words in enumerate(("VOORBEELD", row["what"], f"EUR {bare_euros(row['cents'])}")):
        pen.text((MARGIN, MARGIN + number * LINE), words, fill="black")
    out = BytesIO()
    paper.save(out, "JPEG", quality=85)
    content = out.getvalue()
    return Received("bon", "jpg", content, sha256(content).hexdigest(), is_scanned=True)
