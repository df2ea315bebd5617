"""The one way to what is in a document: a look, with its line in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose
from plein.documents.models import Document, DocumentState
from plein.documents.storing import take
from plein.identity.gate import SealedText, read_sealed, read_sealed_bytes
from plein.identity.models import Resident
from plein.kernel.actor import Actor, system
from plein.kernel.refusal import Refusal

NAME, CONTENT = "naam van een papier", "papier"  # elements in the log of looks
SCANNER = system("controle op virussen")
_SCANNING = Purpose("om te kijken of er een virus in zit", "AVG artikel 32")


class NotSafeYet(Refusal):
    message = _("Wij controleren dit bestand nog. Probeer het later opnieuw.")


def open_document(
    document: Document, *, purpose: Purpose, by: Actor, at: datetime, case: str = ""
) -> bytes:
    """Raises `NotSafeYet` for what no scanner has found clean."""
    if document.state != DocumentState.CLEAN:
        raise NotSafeYet
    return _content(document, purpose=purpose, by=by, at=at, case=case)


def open_to_scan(document: Document, *, at: datetime) -> bytes:
    return _content(document, purpose=_SCANNING, by=SCANNER, at=at)


def names_of(
    resident: Resident,
    documents: Sequence[Document],
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
    case: str = "",
) -> dict[UUID, str]:
    """What their senders called them, in one look; no look where there is nothing to open."""
    _words, names = read_with_names(
        resident, [], documents, purpose=purpose, by=by, at=at, case=case
    )
    return names


def read_with_names(
    resident: Resident,
    texts: Sequence[SealedText],
    documents: Sequence[Document],
    *,
    purpose: Purpose,
    by: Actor,
    at: datetime,
    case: str = "",
) -> tuple[list[str], dict[UUID, str]]:
    """The same, with what else is read for the page that they stand on."""
    sealed = [*texts, *(SealedText(each.pk, NAME, each.name_sealed) for each in documents)]
    if not sealed:
        return [], {}
    found = read_sealed(resident, sealed, purpose=purpose, by=by, at=at, case=case)
    names = zip(documents, found[len(texts) :], strict=True)
    return found[: len(texts)], {each.pk: name for each, name in names}


@dataclass(frozen=True, slots=True, repr=False)
class Taken:
    document: Document
    name: str
    content: bytes


def take_documents(resident: Resident, *, purpose: Purpose, by: Actor, at: datetime) -> list[Taken]:
    """Everything that can be opened, the oldest first: a look at the names, and one at it all."""
    kept = Document.objects.filter(resident=resident, state=DocumentState.CLEAN)
    documents = list(kept.order_by("received_at", "pk"))
    if not documents:
        return []
    names = names_of(resident, documents, purpose=purpose, by=by, at=at)
    texts = [SealedText(each.pk, CONTENT, take(each)) for each in documents]
    contents = read_sealed_bytes(resident, texts, purpose=purpose, by=by, at=at)
    return [
        Taken(each, names[each.pk], content)
        for each, content in zip(documents, contents, strict=True)
    ]


def _content(
    document: Document, *, purpose: Purpose, by: Actor, at: datetime, case: str = ""
) -> bytes:
    sealed = SealedText(document.pk, CONTENT, take(document))
    (content,) = read_sealed_bytes(
        document.resident, [sealed], purpose=purpose, by=by, at=at, case=case
    )
    return content
