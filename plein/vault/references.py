"""The reference of a recipient's own file: it says nothing about anybody."""

import re

from django.utils.translation import gettext_lazy as _

from plein.kernel.bsn import Bsn, NotABsn
from plein.kernel.refusal import Refusal

LONGEST = 40
_NINE_DIGITS = re.compile(r"(?<!\d)\d(?:[ .-]?\d){8}(?!\d)")
_EMAIL = re.compile(r"\S+@\S+\.\S+")


class ReferenceIsTooLong(Refusal):
    message = _("Gebruik hoogstens {longest} tekens voor uw kenmerk.")


class ReferenceNamesSomebody(Refusal):
    message = _(
        "Zet geen burgerservicenummer of e-mailadres in uw kenmerk. Neem het nummer van uw dossier."
    )


def read_reference(typed: str) -> str:
    """Raises `ReferenceIsTooLong` and `ReferenceNamesSomebody`."""
    text = " ".join(typed.split())
    if len(text) > LONGEST:
        raise ReferenceIsTooLong(longest=LONGEST)
    if _EMAIL.search(text) or any(_is_bsn(found[0]) for found in _NINE_DIGITS.finditer(text)):
        raise ReferenceNamesSomebody
    return text


def _is_bsn(digits: str) -> bool:
    try:
        Bsn(re.sub(r"\D", "", digits))
    except NotABsn:
        return False
    return True
