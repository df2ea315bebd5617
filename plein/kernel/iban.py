"""Bank account numbers (ISO 13616)."""

from django.utils.translation import gettext_lazy as _
from stdnum import iban
from stdnum.exceptions import ValidationError

from plein.kernel.refusal import Refusal


class NotAnIban(Refusal):
    message = _("Dit rekeningnummer klopt niet. Kijk op de bankpas: NL12 BANK 0123 4567 89.")


def read_iban(text: str) -> str:
    """The IBAN without spaces, in capitals. Raises `NotAnIban`, also on wrong check digits."""
    try:
        return iban.validate(text)
    except ValidationError:
        raise NotAnIban from None


def grouped(number: str) -> str:
    """Return the IBAN as people read it: in groups of four."""
    return iban.format(number)
