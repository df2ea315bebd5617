"""What can be wrong with the log, in words for whoever checks it; never a value of anybody."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    CHANGED = "de inhoud is veranderd"
    MISPLACED = "sluit niet aan op de regel ervoor"
    MISSING = "hiervoor ontbreken regels"
    CUT_OFF = "het einde van de keten ontbreekt"
    TOO_MANY = "staat er te veel"
    OTHER_END = "is niet het einde dat de keten had"
    LINES_DIFFER = "de regels zijn niet die van het zegel"
    NOT_SIGNED = "de handtekening is niet van de gemeente"
    NOT_AFTER_THE_LAST = "sluit niet aan op het zegel ervoor"
    NOT_AS_KEPT = "is niet het zegel dat elders is bewaard"
    GONE = "is elders bewaard, en hier weg"
    UNSEALED = "ontbreekt"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: at a line of somebody's chain, or at the seal of a day.

    `subject` is the random id by which the log knows somebody; `count` is of missing lines.
    """

    kind: Kind
    subject: str = ""
    sequence: int = 0
    day: date | None = None
    count: int = 0

    def __str__(self) -> str:
        where = (
            f"zegel van {self.day}" if self.day else f"keten {self.subject} regel {self.sequence}"
        )
        return f"{where}: {self.kind}" + (f" ({self.count})" if self.count else "")
