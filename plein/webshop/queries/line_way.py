"""One order line, and every booking that it made: from the budget to the bank, and back."""

from dataclasses import dataclass

from django.db.models import Q

from plein.ledger.models import Transfer
from plein.webshop.models import OrderLine, PaymentInstruction


@dataclass(frozen=True, slots=True)
class Booked:
    """A transfer with its sides; `payment` where it is of a payment with other lines in it."""

    transfer: Transfer
    sides: list[tuple[str, int]]
    payment: PaymentInstruction | None = None


def way_of_line(line: OrderLine) -> list[Booked]:
    """In their order. Three queries and one for each time that it was paid again."""
    payments = _payments(line)
    keys = {
        f"{payment.end_to_end_id}{end}": payment
        for payment in payments
        for end in ("", "-betaald", "-terug")
    }
    keys |= {f"verreken-{payment.pk}": payment for payment in payments}
    own = Q(key__in=[f"{name}-{line.pk}" for name in ("line", "release", "return", "retour")])
    for name in ("deliver", "undo", "own-share", "undo-own-share"):
        own |= Q(key__startswith=f"{name}-{line.pk}-")
    transfers = Transfer.objects.filter(own | Q(key__in=keys)).prefetch_related("entries__account")
    return [
        Booked(
            each,
            [(entry.account.get_kind_display(), entry.amount) for entry in each.entries.all()],
            keys.get(each.key),
        )
        for each in transfers.order_by("at", "pk")
    ]


def _payments(line: OrderLine) -> list[PaymentInstruction]:
    """That in which it was, and those after it came back."""
    found: list[PaymentInstruction] = []
    payment = line.instruction
    while payment:
        found.append(payment)
        payment = payment.again_in
    return found
