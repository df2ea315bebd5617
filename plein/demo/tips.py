"""Tips of the demo: all of them turned on, by two people."""

from collections.abc import Mapping
from datetime import datetime

from plein.content.tips.library import tips
from plein.content.tips.switching import confirm_tip, propose_tip
from plein.identity.models import Staff


def add_tips(staff: Mapping[str, Staff], at: datetime) -> None:
    for tip in tips().values():
        propose_tip(tip, by=staff["wim"], at=at)
        confirm_tip(tip, by=staff["bas"], at=at)
