"""What was typed in a declaratie that is not sent yet, as it was typed; sealed for the resident."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from json import dumps, loads
from uuid import UUID

from plein.audit.actions import Purpose
from plein.documents.models import Document
from plein.documents.opening import read_with_names
from plein.identity.gate import SealedText, seal_for
from plein.kernel.actor import Actor
from plein.webshop.models import ClaimDraft

TYPED = "declaratie die nog niet verstuurd is"  # element in the log of looks


def write_typed(draft: ClaimDraft, typed: Mapping[str, str]) -> None:
    """In the row, not saved yet."""
    text = dumps(dict(typed), ensure_ascii=False)
    draft.typed_sealed = seal_for(draft.resident, draft.pk, TYPED, text)


def read_typed(
    draft: ClaimDraft, papers: Sequence[Document], *, purpose: Purpose, by: Actor, at: datetime
) -> tuple[dict[str, str], dict[UUID, str]]:
    """By field of the form, and what the papers are called; one look."""
    sealed = SealedText(draft.pk, TYPED, draft.typed_sealed)
    (text,), names = read_with_names(
        draft.resident, [sealed], papers, purpose=purpose, by=by, at=at
    )
    return loads(text), names
