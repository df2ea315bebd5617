"""Every answer about a case leaves a line that the resident reads: which organisation, and why."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from plein.api.door import ApiRequest
from plein.audit.actions import Purpose, log_looks
from plein.identity.application import Application

CASES = "aanvragen"  # element in the log of looks


def purpose_of(application: Application) -> Purpose:
    return Purpose(application.why, application.basis)


def note_looks(request: ApiRequest, residents: Iterable[UUID], elements: Sequence[str]) -> None:
    """One line for each resident, before the answer leaves."""
    log_looks(
        residents,
        municipality_id=request.municipality.pk,
        action="lezen",
        elements=elements,
        purpose=purpose_of(request.application),
        by=request.application.actor,
        at=request.now,
    )
