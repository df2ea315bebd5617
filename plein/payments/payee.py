"""To whom money goes: the name and the account, and what they know it by."""

from typing import Annotated

from pydantic import AfterValidator

from plein.kernel.iban import read_iban
from plein.payments.living import Written

LONGEST_NAME = 70  # of a creditor in pain.001 (Max70Text)


class Payee(Written):
    name: str
    iban: Annotated[str, AfterValidator(read_iban)]
    reference: str = ""  # of a bailiff or landlord
