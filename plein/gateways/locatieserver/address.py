"""An address as its postcode and number, which together name one door in the BAG."""

import re
from dataclasses import dataclass, field

# A number with its letter and addition at the end: 12, 12a, 12 bis, 12 A-3, 12/2.
_NUMBER = re.compile(r"\b\d+(\s*[A-Za-z]{1,4}\d{0,3}|\s*[-/]\s*\w{1,4})*\s*$")


@dataclass(frozen=True, slots=True)
class Address:
    """Its text shows nothing: it may be where somebody lives."""

    postcode: str = field(repr=False)
    number: str = field(repr=False)

    @classmethod
    def in_street(cls, street: str, postcode: str) -> "Address | None":
        """Of a street with the number behind it; None for a street without one."""
        match = _NUMBER.search(street)
        return cls(postcode, match[0]) if match else None

    def is_at(self, postcode: str, number: str) -> bool:
        """However they are written: 7811 AB and 7811AB, 12a-3 and 12 A 3."""
        return _parts(self.postcode) == _parts(postcode) and _parts(self.number) == _parts(number)


def _parts(written: str) -> list[str]:
    return re.findall(r"\d+|[A-Z]+", written.upper())
