"""The tips of one resident, worked out when they ask: through the gate, and kept nowhere.

What is needed is read in one go, under one line in the log. What is extra sensitive is among it
only after a yes, and then the line says so. Not in a transaction of your own: see `gate.read`.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from plein.audit.actions import Purpose
from plein.content.tips.judging import Judged, judged
from plein.content.tips.library import traits
from plein.content.tips.looks import Now
from plein.content.tips.standing import Standing
from plein.content.tips.tip import Tip
from plein.content.tips.trait import Trait
from plein.identity.models import Resident
from plein.kernel.clock import local_day
from plein.rules.norms import Norms
from plein.vault.access import OwnAccess
from plein.vault.gate import read
from plein.vault.readings import DISPUTED, source_first

TIPS = Purpose("omdat u tips bekeek", "AVG artikel 6 lid 1 onder e")
WITH_CONSENT = Purpose(
    "omdat u tips bekeek, ook met gegevens waarvoor u ja zei",
    "AVG artikel 6 lid 1 onder e en artikel 9 lid 2 onder a",
)
ACTIVITY, ACTIVITY_WITH_CONSENT = "tips@1", "tips met toestemming@1"


def judged_for(
    resident: Resident, tips: Collection[Tip], standing: Standing, norms: Norms, *, at: datetime
) -> list[Judged[Tip]]:
    """Each of these tips that the resident wants, with what is so of it."""
    wanted = [tip for tip in tips if standing.wants(tip)]
    values = _values(resident, wanted, standing, at)
    return judged(wanted, traits(), values, Now(local_day(at), norms))


def _values(
    resident: Resident, tips: Collection[Tip], standing: Standing, at: datetime
) -> dict[str, Any]:
    """A value that the resident calls wrong says nothing until somebody answered."""
    allowed = traits_to_open(tips, standing)
    vault = getattr(resident, "vault", None)
    if vault is None or not allowed:
        return {}
    access = OwnAccess(resident, TIPS, ACTIVITY)
    if any(each.special for each in allowed):
        access = OwnAccess(resident, WITH_CONSENT, ACTIVITY_WITH_CONSENT)
    keys = sorted({each.element for each in allowed})
    readings = read(vault, keys, access=access, at=at)
    found = source_first(reading for reading in readings if DISPUTED not in reading.marks)
    return {key: reading.value for key, reading in found.items()}


def traits_to_open(tips: Iterable[Tip], standing: Standing) -> list[Trait]:
    """What these tips ask, without what is extra sensitive and has no yes."""
    names = {name for tip in tips for name in tip.condition.names}
    return [traits()[name] for name in sorted(names) if standing.allows(traits()[name])]
