"""One file of the bank for all of Plein: each part finds its own payments in it."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from plein.identity.models import Staff
from plein.payments.actions.answering import read_bank_file
from plein.payments.models import BankFile, BankFileKind
from plein.webshop.actions.bank_answers import read_answers
from plein.webshop.matching import is_of_shop


@transaction.atomic
def read_file(content: BinaryIO, name: str, *, by: Staff, at: datetime) -> BankFile:
    """Once: all of it or nothing. Raises as `read_bank_file` and `read_answers`."""
    file = read_bank_file(content, name, elsewhere=is_of_shop, by=by, at=at)
    content.seek(0)
    is_statement = file.kind == BankFileKind.STATEMENT
    read_answers(content, file.pk, is_statement=is_statement, by=by, at=at)
    return file
