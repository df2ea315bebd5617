"""Who helps and looks at somebody's budget or orders stands in the log of who is helped."""

from plein.assisted.models import WHY
from plein.audit.actions import log_look
from plein.vault.helped import HelperAccess
from plein.web.request import ResidentRequest

BUDGET, ORDERS = "budget in de winkel", "bestellingen"


def note_look(request: ResidentRequest, element: str) -> None:
    """Nothing where somebody looks at what is their own, alone."""
    if request.mandate is None and request.assisted is None:
        return
    access = HelperAccess(request.mandate) if request.mandate else None
    log_look(
        subject=request.resident.pk,
        municipality_id=request.municipality.pk,
        action="lezen",
        elements=[element],
        purpose=access.purpose if access else WHY,
        by=request.actor,
        at=request.now,
        activity=access.activity if access else "",
        grant=access.grant if access else "",
    )
