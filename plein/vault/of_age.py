"""The eighteenth birthday, by a resident's own vault: what they gave as a minor ends then."""

from datetime import date, datetime

from plein.audit.actions import Purpose
from plein.identity.models import Resident
from plein.kernel.birthday import birthday
from plein.vault.access import OwnAccess
from plein.vault.family import OF_AGE, earliest
from plein.vault.gate import read
from plein.vault.readings import source_first

BORN = "geboortedatum"
INVITING = Purpose("omdat u iemand liet helpen", "AVG artikel 6 lid 1 onder e")


def of_age_on(born: str) -> date:
    """Of a birth date that is known to the month or the year, the first day counts: end early."""
    return birthday(earliest(born), OF_AGE)


def own_of_age_on(resident: Resident, *, at: datetime) -> date | None:
    """None where the vault does not know it. Not in a transaction of your own: see `gate.read`."""
    vault = getattr(resident, "vault", None)
    if vault is None:
        return None
    access = OwnAccess(resident, INVITING, "helpen@1")
    found = source_first(read(vault, [BORN], access=access, at=at))
    born = found[BORN].value if BORN in found else None
    return of_age_on(born) if born else None
