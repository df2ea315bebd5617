"""The wage that the form of a month showed while the resident told of none.

It is kept with the statement only where the page said so before it was sent, so nobody looks into
a vault for a signal: the resident opened it, and saw what goes along (AVG art. 5 and 13).
"""

from datetime import date

from plein.payments.living import Written

SHOWN = "loon op het formulier"


class ShownWage(Written):
    """Cents. `net` is what we worked out of `gross`."""

    gross: int
    net: int
    source: str
    on: date
