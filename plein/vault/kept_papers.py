"""Papers under the key of the vault; opening one is a look, and leaves a line."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from plein.audit.actions import Purpose, log_look
from plein.identity.models import Resident
from plein.tenants.scope import current_id
from plein.vault.access import OWN_DATA, NotYourVault
from plein.vault.keys import KeyRing
from plein.vault.models import Paper, Vault

NAME, CONTENT = "naam van een papier", "papier"
OPENING = Purpose("omdat u een eigen papier opende", "AVG artikel 15")
TAKING_ALONG = Purpose("omdat u al uw gegevens meenam", "AVG artikel 15 en 20")


@dataclass(frozen=True, slots=True, repr=False)
class Listed:
    """A paper in a list: its name is opened, its content is not."""

    pk: UUID
    name: str
    ending: str
    size: int
    added_at: datetime
    element: str


def put_away(paper: Paper, name: str, content: bytes) -> None:
    """Seal both under the newest key; the caller saves the row. Raises `VaultErased`."""
    ring = KeyRing(paper.vault)
    paper.generation = ring.newest
    paper.name_sealed = ring.seal(name.encode(), version=paper.pk, element=NAME)
    paper.sealed = ring.seal(content, version=paper.pk, element=CONTENT)


@transaction.atomic
def list_papers(vault: Vault, element: str, *, by: Resident, at: datetime) -> list[Listed]:
    """The papers of this element, the newest first."""
    kept = Paper.objects.filter(vault=vault, element=element).defer("sealed")
    papers = list(kept.order_by("-added_at", "pk"))
    if not papers:
        return []
    _log(vault, [element], OWN_DATA, by, at)
    ring = KeyRing(vault)
    return [_listed(ring, paper) for paper in papers]


@transaction.atomic
def open_paper(paper: Paper, *, by: Resident, at: datetime) -> bytes:
    """The content, for the resident alone."""
    _log(paper.vault, [paper.element], OPENING, by, at)
    return _content(KeyRing(paper.vault), paper)


@transaction.atomic
def take_papers(vault: Vault, *, by: Resident, at: datetime) -> list[tuple[Listed, bytes]]:
    """Every paper with its content, by element and then the oldest first; one look at all."""
    papers = list(Paper.objects.filter(vault=vault).order_by("element", "added_at", "pk"))
    if not papers:
        return []
    _log(vault, sorted({paper.element for paper in papers}), TAKING_ALONG, by, at)
    ring = KeyRing(vault)
    return [(_listed(ring, paper), _content(ring, paper)) for paper in papers]


def _listed(ring: KeyRing, paper: Paper) -> Listed:
    name = ring.unseal(paper.name_sealed, paper.generation, version=paper.pk, element=NAME)
    return Listed(paper.pk, name.decode(), paper.ending, paper.size, paper.added_at, paper.element)


def _content(ring: KeyRing, paper: Paper) -> bytes:
    return ring.unseal(paper.sealed, paper.generation, version=paper.pk, element=CONTENT)


def _log(vault: Vault, elements: list[str], purpose: Purpose, by: Resident, at: datetime) -> None:
    if vault.resident_id != by.pk:
        raise NotYourVault
    log_look(
        subject=vault.resident_id,
        municipality_id=current_id(),
        action="lezen",
        elements=elements,
        purpose=purpose,
        by=by.actor,
        at=at,
        activity="inzage@1",
    )
