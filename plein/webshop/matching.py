"""Which payment of the shop the bank means, by the id that we gave it."""

import re
from collections.abc import Iterable

from django.db.models import QuerySet

from plein.webshop.models import DECIDED, PaymentInstruction, SettlementBatch

# Of a payment; or without its payee, of the whole file (MsgId) or its one part (PmtInfId).
_KEY = re.compile(
    r"PLEIN-(?P<municipality>\d{1,9})-(?P<batch>\d{1,9})(?:-(?P<payee>[0-9a-f]{12})|-1)?"
)


def is_of_shop(key: str) -> bool:
    return _KEY.fullmatch(key) is not None


def municipality_in(key: str) -> int | None:
    found = _KEY.fullmatch(key)
    return int(found["municipality"]) if found else None


def batch_in(key: str) -> int:
    """The number of the batch, in an id of the shop."""
    found = _KEY.fullmatch(key)
    return int(found["batch"]) if found else 0


def names_payment(key: str) -> bool:
    """Or else a whole file."""
    found = _KEY.fullmatch(key)
    return bool(found and found["payee"])


def locked_batches(keys: Iterable[str]) -> dict[int, SettlementBatch]:
    """Those that have a file; the lock keeps a second reader out."""
    numbers = {batch_in(key) for key in keys}
    batches = SettlementBatch.objects.select_for_update(of=["self"]).filter(
        number__in=numbers, status__in=DECIDED
    )
    return {batch.number: batch for batch in batches.order_by("number")}


def instructions_in(batches: Iterable[SettlementBatch]) -> QuerySet[PaymentInstruction]:
    """What was paid through the bank."""
    instructions = PaymentInstruction.objects.filter(batch__in=batches, amount__gt=0)
    related = ("batch", "provider__payable", "claim__due")
    return instructions.select_related(*related).order_by("pk")
