"""Tips that two people turned on in Emmen."""

from plein.content.tips.library import tips
from plein.content.tips.switching import confirm_tip, propose_tip
from plein.identity.models import Staff
from tests.cast import NOON


def turn_on(*keys: str, proposer: Staff, confirmer: Staff) -> None:
    """These, or all of them."""
    for key in keys or tips():
        propose_tip(tips()[key], by=proposer, at=NOON)
        confirm_tip(tips()[key], by=confirmer, at=NOON)
