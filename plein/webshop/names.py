"""The name that some products need: sealed per line, for who delivers it, and no longer."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText, read_sealed, seal_for
from plein.identity.models import Household
from plein.kernel.actor import Actor
from plein.webshop.models import LineStatus, Order, OrderLine

NAME = "naam bij een bestelling"
WHY_DELIVER = Purpose(
    "om te leveren wat op naam staat, zoals u goed vond", "AVG art. 6 lid 1 onder a"
)
WHY_COMPARE = Purpose("om niet 2 keer hetzelfde te bestellen", "AVG art. 6 lid 1 onder b")


def keep_name(line: OrderLine, household: Household, name: str) -> None:
    """Before the row is saved. Nothing where the product needs no name."""
    if name:
        line.name_sealed = seal_for(household, line.pk, NAME, name)


def names_on(
    lines: Iterable[OrderLine], *, purpose: Purpose, by: Actor, at: datetime
) -> dict[UUID, str]:
    """By line, of what carries a name; one look for each household.

    Where none does nobody is looked up.
    """
    named = [line for line in lines if line.name_sealed]
    orders = Order.objects.select_related("household").in_bulk({line.order_id for line in named})
    of_each: dict[Household, list[OrderLine]] = defaultdict(list)
    for line in named:
        of_each[orders[line.order_id].household].append(line)
    return {
        line.pk: name
        for household, own in of_each.items()
        for line, name in zip(own, _opened(household, own, purpose, by, at), strict=True)
    }


def names_for_provider(lines: Iterable[OrderLine], *, by: Actor, at: datetime) -> dict[UUID, str]:
    """The same, of what still has to be delivered and of nothing else."""
    waiting = [line for line in lines if line.status == LineStatus.RESERVED]
    return names_on(waiting, purpose=WHY_DELIVER, by=by, at=at)


def _opened(
    household: Household, lines: list[OrderLine], purpose: Purpose, by: Actor, at: datetime
) -> list[str]:
    texts = [SealedText(line.pk, NAME, line.name_sealed) for line in lines]
    return read_sealed(household, texts, purpose=purpose, by=by, at=at)
