"""What was typed in a declaratie that is not sent yet, as it was typed; sealed for the resident."""

from collections.abc import Mapping
from datetime import datetime
from json import dumps, loads

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed, seal_for
from plein.kernel.actor import Actor
from plein.webshop.models import ClaimDraft

TYPED = "declaratie die nog niet verstuurd is"  # element in the log of looks


def write_typed(draft: ClaimDraft, typed: Mapping[str, str]) -> None:
    """In the row, not saved yet."""
    text = dumps(dict(typed), ensure_ascii=False)
    draft.typed_sealed = seal_for(draft.resident, draft.pk, TYPED, text)


def read_typed(draft: ClaimDraft, *, purpose: Purpose, by: Actor, at: datetime) -> dict[str, str]:
    """By field of the form; one look."""
    sealed = SealedText(draft.pk, TYPED, draft.typed_sealed)
    (text,) = read_sealed(draft.resident, [sealed], purpose=purpose, by=by, at=at)
    return dict(loads(text))
