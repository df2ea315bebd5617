"""Money set apart for a whole order at once, in as many statements as for one line."""

from collections.abc import Mapping
from datetime import datetime

from plein.ledger.actions import Move
from plein.ledger.bulk import Booking, book_all
from plein.ledger.models import Hold, TransferKind


def hold_all(moves: Mapping[str, Move], *, at: datetime) -> dict[str, Hold]:
    """The hold under each key, from a source to a reserve: all of them or none.

    To be called in a transaction: on a refusal roll back. Raises `NotEnoughMoney` and `KeyTaken`.
    """
    booked = book_all([_booking(key, move) for key, move in moves.items()], at=at)
    holds = [
        Hold(source=move.source, reserve=move.target, amount=move.cents, opened_by_id=booked[key])
        for key, move in moves.items()
    ]
    return dict(zip(moves, Hold.objects.bulk_create(holds), strict=True))


def _booking(key: str, move: Move) -> Booking:
    changes = {move.source.pk: -move.cents, move.target.pk: move.cents}
    return Booking(TransferKind.RESERVEREN, key, changes)
