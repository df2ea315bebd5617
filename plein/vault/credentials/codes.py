"""The code of one showing: found by a keyed digest, and sealed for the page of its owner."""

from plein.kernel.crypto import seal, unseal
from plein.kernel.short_code import read_code
from plein.tenants.keys import index_of, municipality_key
from plein.tenants.scope import current
from plein.vault.models import Showing

_PURPOSE = "verklaring tonen"


def index_of_code(typed: str) -> bytes:
    return index_of(current(), _PURPOSE, read_code(typed))


def sealed_code(showing: Showing, code: str) -> bytes:
    return seal(municipality_key(current(), _PURPOSE), code.encode(), context=str(showing.pk))


def code_of(showing: Showing) -> str:
    key = municipality_key(current(), _PURPOSE)
    return unseal(key, showing.code_sealed, context=str(showing.pk)).decode()
