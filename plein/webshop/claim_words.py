"""What is written in a declaratie, sealed for who asked; opening it leaves a line in the log."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from json import dumps, loads
from uuid import UUID

from plein.audit.actions import Purpose
from plein.documents.models import Document
from plein.documents.opening import read_with_names
from plein.identity.gate import SealedText, read_sealed, seal_for
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.webshop.models import Claim

# What the log of looks calls each column.
ELEMENTS = {
    "what": "waar een declaratie voor is",
    "payee": "rekeningnummer",
    "question": "vraag over een declaratie",
    "answer": "antwoord over een declaratie",
    "reason": "besluit over een declaratie",
}


@dataclass(frozen=True, slots=True)
class ClaimPayee:
    """The account that the money goes to, and in whose name it is."""

    name: str
    iban: str


def write(claim: Claim, part: str, words: str) -> None:
    """In the row, not saved yet."""
    sealed = seal_for(claim.claimant, claim.pk, ELEMENTS[part], words)
    setattr(claim, f"{part}_sealed", sealed)


def write_payee(claim: Claim, payee: ClaimPayee) -> None:
    write(claim, "payee", dumps([payee.name, payee.iban]))


def read(
    claim: Claim, parts: Collection[str], *, purpose: Purpose, by: Actor, at: datetime
) -> dict[str, str]:
    """Of these parts what was written; one look. What was erased is not there."""
    words, _names = _read(claim, parts, [], purpose, by, at)
    return words


def read_whole(
    claim: Claim, papers: Sequence[Document], *, purpose: Purpose, by: Actor, at: datetime
) -> tuple[dict[str, str], dict[UUID, str]]:
    """All of it, with what its papers are called, in one look."""
    return _read(claim, ELEMENTS, papers, purpose, by, at)


def read_all(
    claimant: Resident, claims: Collection[Claim], *, purpose: Purpose, by: Actor, at: datetime
) -> dict[UUID, dict[str, str]]:
    """All words of these declaraties of one resident, by declaratie; one look."""
    found: dict[UUID, dict[str, str]] = {claim.pk: {} for claim in claims}
    there = [(claim, part) for claim in claims for part in ELEMENTS if _sealed(claim, part)]
    texts = [SealedText(claim.pk, ELEMENTS[part], _sealed(claim, part)) for claim, part in there]
    opened = read_sealed(claimant, texts, purpose=purpose, by=by, at=at) if texts else []
    for (claim, part), words in zip(there, opened, strict=True):
        found[claim.pk][part] = words
    return found


def _sealed(claim: Claim, part: str) -> bytes:
    return bytes(getattr(claim, f"{part}_sealed"))


def _read(
    claim: Claim,
    parts: Collection[str],
    papers: Sequence[Document],
    purpose: Purpose,
    by: Actor,
    at: datetime,
) -> tuple[dict[str, str], dict[UUID, str]]:
    there = [part for part in parts if _sealed(claim, part)]
    if not there and not papers:
        return {}, {}
    texts = [SealedText(claim.pk, ELEMENTS[part], _sealed(claim, part)) for part in there]
    words, names = read_with_names(
        claim.claimant, texts, papers, purpose=purpose, by=by, at=at, case=claim.number
    )
    return dict(zip(there, words, strict=True)), names


def payee_in(words: str) -> ClaimPayee:
    return ClaimPayee(*loads(words))
