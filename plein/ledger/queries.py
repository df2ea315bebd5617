"""Does the ledger still hold? Asked in tests, each night, and by an auditor."""

from dataclasses import dataclass

from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from plein.ledger.models import Account, Entry, Transfer


@dataclass(frozen=True, slots=True)
class Findings:
    """What does not hold; all empty or zero when the books are right."""

    total: int  # cents over all accounts of the municipality
    wrong_balances: list[int]  # account ids whose balance is not the sum of their entries
    unbalanced: list[int]  # transfer ids whose entries do not sum to zero
    negative: list[int]  # account ids below zero that may not be

    def is_right(self) -> bool:
        return not (self.total or self.wrong_balances or self.unbalanced or self.negative)


def check_books() -> Findings:
    """Recount everything of the municipality we work for, in four queries."""
    wrong = (
        Account.objects.annotate(counted=Coalesce(Sum("entries__amount"), 0))
        .exclude(counted=F("balance"))
        .values_list("id", flat=True)
    )
    unbalanced = (
        Transfer.objects.annotate(counted=Coalesce(Sum("entries__amount"), 0))
        .exclude(counted=0)
        .values_list("id", flat=True)
    )
    negative = Account.objects.filter(may_be_negative=False, balance__lt=0)
    return Findings(
        total=Entry.objects.aggregate(total=Coalesce(Sum("amount"), 0))["total"],
        wrong_balances=list(wrong),
        unbalanced=list(unbalanced),
        negative=list(negative.values_list("id", flat=True)),
    )
