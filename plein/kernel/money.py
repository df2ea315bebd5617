"""Whole cents, and how people write them."""

import re

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal

# 1250 | 1.250,50 | 1250.50 | € 1 250,5
_WRITTEN = re.compile(r"(?P<euros>\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2}))?")


class NotAnAmount(Refusal):
    message = _("Vul het bedrag in met cijfers. Bijvoorbeeld: 1.250,50")


def read_cents(text: str) -> int:
    """Read an amount as people type it, in cents. Raises `NotAnAmount`."""
    match = _WRITTEN.fullmatch(text.replace("€", "").replace("\N{NO-BREAK SPACE}", " ").strip())
    if match is None:
        raise NotAnAmount
    euros = re.sub(r"\D", "", match["euros"])
    return int(euros) * 100 + int((match["cents"] or "0").ljust(2, "0"))


def euros(cents: int) -> str:
    """Write cents as a Dutch reader expects them: `€ 1.250,50`, `- € 3,00`."""
    sign = "- " if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{sign}€\N{NO-BREAK SPACE}{grouped},{rest:02d}"


def bare_euros(cents: int) -> str:
    """As a spreadsheet adds them up: `1250,50`, `-3,00`."""
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole},{rest:02d}"
