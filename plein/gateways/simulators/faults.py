"""What can go wrong at a source, on request: for all, for one source, or for one person."""

from enum import StrEnum
from threading import Lock

EVERYTHING = "*"


class Fault(StrEnum):
    NORMAL = "normal"
    # honest answers that are less than one hopes for
    EMPTY = "empty"  # nothing found
    WARNING = "warning"  # found, and perhaps wrong
    PARTIAL = "partial"  # found, and not complete
    SEVERAL = "several"  # more than one thing fits what was asked; for addresses only
    CANCELLED = "cancelled"  # the resident stopped sharing; for the income only
    # no answer
    SLOW = "slow"
    DOWN = "down"
    CUT = "cut"
    BUSY = "busy"  # HTTP 429
    FAILED = "failed"  # the source says itself that it broke
    # hostile answers
    WRONG = "wrong"  # well formed, of another kind
    MARKUP = "markup"
    OTHER_PERSON = "other_person"
    FLOOD = "flood"
    TRUNCATED = "truncated"
    BOMB = "bomb"  # grows or goes deep while it is read


class Switch:
    """Sources are named `brp`, `bewoning`, `suwinet/svb`, `vorderingen/cjib`, `inkomen`,
    `zgw/zaken`, `zgw/statussen`, `zgw/catalogi`, `zgw/documenten`, `checkout`,
    `locatieserver`.

    `suwinet` alone is all of its services, and `*` is everything. The most exact setting counts.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._faults: dict[tuple[str, str], Fault] = {}

    def set(self, fault: Fault, *, source: str = EVERYTHING, bsn: str = EVERYTHING) -> None:
        with self._lock:
            if fault is Fault.NORMAL and (source, bsn) == (EVERYTHING, EVERYTHING):
                self._faults.clear()
            else:
                self._faults[source, bsn] = fault

    def find(self, source: str, bsn: str) -> Fault:
        family = source.partition("/")[0]
        for name in (source, family, EVERYTHING):
            for person in (bsn, EVERYTHING):
                if (name, person) in self._faults:
                    return self._faults[name, person]
        return Fault.NORMAL


switch = Switch()
