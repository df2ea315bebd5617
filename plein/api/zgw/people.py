"""Who a rol is: the BSN for who is entitled to it, else a name that only this caller knows.

Of the municipality it is the team and never a person.
"""

from base64 import b32encode
from collections.abc import Iterable
from uuid import UUID

from plein.api.door import ApiRequest
from plein.api.looks import note_looks, purpose_of
from plein.api.zgw.catalogue import INITIATOR
from plein.cases.models import Case
from plein.identity.application import Application
from plein.identity.gate import read_bsns
from plein.tenants.keys import index_of
from plein.tenants.scope import current

ROLE = "rol in een aanvraag"  # element in the log of looks
_SHOWN = 17  # letters: the most that anpIdentificatie holds


def people_of(
    request: ApiRequest, cases: Iterable[Case], roles: Iterable[str]
) -> dict[tuple[UUID, str], dict[str, str]]:
    """By case and role, with one line in the log for each resident; cases come with residents."""
    pairs = list(zip(cases, roles, strict=True))
    residents = {case.dossier.resident_id: case.dossier.resident for case, _role in pairs}
    of_person = {
        key: {"anpIdentificatie": _pseudonym(request.application, key)} for key in residents
    }
    shows_person = any(role == INITIATOR for _case, role in pairs)
    if request.application.may_have_bsn and shows_person:
        bsns = read_bsns(
            list(residents.values()),
            elements=[ROLE],
            purpose=purpose_of(request.application),
            by=request.application.actor,
            at=request.now,
        )
        of_person = {key: {"inpBsn": bsn.reveal()} for key, bsn in bsns.items()}
    else:
        note_looks(request, residents, [ROLE])
    return {
        (case.pk, role): of_person[case.dossier.resident_id] if role == INITIATOR else _team(case)
        for case, role in pairs
    }


def _team(case: Case) -> dict[str, str]:
    return {"naam": case.handler.team[:50] if case.handler else ""}


def _pseudonym(application: Application, resident: UUID) -> str:
    """Two callers who put their lists together find nobody back."""
    digest = index_of(current(), f"pseudonym|application|{application.pk}", str(resident))
    return b32encode(digest).decode()[:_SHOWN]
