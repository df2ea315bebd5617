"""What a scanner for viruses says of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """`finding` is what the scanner calls it; empty where it found nothing."""

    finding: str = ""

    @property
    def is_clean(self) -> bool:
        return not self.finding


class NoVerdict(Exception):
    """Down, too late, cut off, or an answer that is none. Trying again may help."""
