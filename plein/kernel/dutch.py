"""What is stored or sent is in Dutch, in whatever language somebody reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation

DUTCH = "nl"


@contextmanager
def dutch() -> Iterator[None]:
    """Around words that are written down: staff read them, and so does an archive (Awb 2:6)."""
    with translation.override(DUTCH):
        yield
