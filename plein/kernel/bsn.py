"""The burgerservicenummer: read, checked, and never shown."""

from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn

from plein.kernel.refusal import Refusal

_FEWEST_DIGITS = 7  # the smallest number that was ever given out has seven


class NotABsn(Refusal):
    message = _("Dit is geen geldig burgerservicenummer. Controleer de 9 cijfers.")


class Bsn:
    """A checked BSN (Wet algemene bepalingen burgerservicenummer art. 1).

    Its text shows nothing, so that it cannot end up in a page, a log or an error. Only
    `reveal()` gives the nine digits, to the cipher and to a body that may receive them.
    """

    __slots__ = ("_digits",)

    def __init__(self, digits: str) -> None:
        """Accept nine digits, with or without dots and spaces. Raises `NotABsn`.

        Eight are accepted too: spreadsheets drop a zero in front.
        """
        try:
            self._digits = bsn.validate(digits)
            if len(bsn.compact(digits).lstrip("0")) < _FEWEST_DIGITS:
                raise NotABsn
        except ValidationError:
            raise NotABsn from None

    def reveal(self) -> str:
        return self._digits

    def __repr__(self) -> str:
        return "Bsn(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bsn) and self._digits == other._digits

    def __hash__(self) -> int:
        return hash(self._digits)
