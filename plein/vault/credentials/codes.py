"""The code of one showing: found by a keyed digest, and sealed for the page of its owner."""

from plein.kernel.short_code import read_code
from plein.tenants.keys import index_of, open_under, seal_under
from plein.tenants.scope import current
from plein.vault.models import Showing

SHOWING = "verklaring tonen"


def index_of_code(typed: str) -> bytes:
    return index_of(current(), SHOWING, read_code(typed))


def sealed_code(showing: Showing, code: str) -> bytes:
    return seal_under(current(), code.encode(), purpose=SHOWING, context=str(showing.pk))


def code_of(showing: Showing) -> str:
    sealed = showing.code_sealed
    return open_under(current(), sealed, purpose=SHOWING, context=str(showing.pk)).decode()
