"""What a law cost in a year, for the yearly account: spent, and what came in beside the state.

For SiSa (single information, single audit), regeling G2: the combined grant of article 69 of the
Participatiewet. Cents; what the tax return says (loonheffing and premiums) comes on top of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, F, QuerySet, Sum, Value, When

from plein.ledger.models import Account, AccountKind, Entry, TransferKind
from plein.payments.costs import costs_in
from plein.payments.models import AwardMonth

REGELING = "G2"


@dataclass(frozen=True, slots=True)
class YearAccount:
    """What it is made of. `spent` - `income` is what stands on the account of the costs."""

    year: int
    fixed: int  # rights of months, as a run fixed them
    more: int  # worked out anew: somebody had a right to more
    less: int  # to less, in the same year
    less_before: int  # to less, over a year before it: that is income of this year
    given_up: int  # remitted, and not asked back
    balance: int  # of the account of the costs, by the ledger itself

    @property
    def spent(self) -> int:
        return self.fixed + self.more - self.less

    @property
    def income(self) -> int:
        return self.less_before - self.given_up

    @property
    def net(self) -> int:
        return self.spent - self.income

    @property
    def is_right(self) -> bool:
        return self.net == -self.balance


def account_of(year: int) -> YearAccount:
    """Three queries."""
    first = date(year, 1, 1)
    sums = _by_kind(_entries(first))
    herzien, vaststellen = TransferKind.HERZIEN.value, TransferKind.VASTSTELLEN.value
    before = _less_before(first)
    return YearAccount(
        year=year,
        fixed=-sums.get((vaststellen, "out"), 0) - sums.get((vaststellen, "in"), 0),
        more=-sums.get((herzien, "out"), 0),
        less=sums.get((herzien, "in"), 0) - before,
        less_before=before,
        given_up=-sum(cents for (kind, _way), cents in sums.items() if _is_other(kind)),
        balance=_balance(first),
    )


def years_with_costs() -> list[int]:
    """The newest first."""
    owners = Account.objects.filter(kind=AccountKind.LASTEN).values_list("owner", flat=True)
    return sorted({int(owner.rpartition(" ")[2]) for owner in owners}, reverse=True)


def _entries(first: date) -> QuerySet[Entry]:
    return Entry.objects.filter(account__kind=AccountKind.LASTEN, account__owner=costs_in(first))


def _by_kind(entries: QuerySet[Entry]) -> Mapping[tuple[str, str], int]:
    way = Case(When(amount__gt=0, then=Value("in")), default=Value("out"), output_field=CharField())
    rows = (
        entries.annotate(way=way).values_list("transfer__kind", "way").annotate(cents=Sum("amount"))
    )
    return {(kind, way): cents for kind, way, cents in rows.order_by()}


def _less_before(first: date) -> int:
    """Of months before the year that came out lower."""
    months = AwardMonth.objects.filter(
        month__lt=first,
        booked__kind=TransferKind.HERZIEN,
        booked__entries__account__kind=AccountKind.LASTEN,
        booked__entries__account__owner=costs_in(first),
        booked__entries__amount__gt=0,
    )
    return months.aggregate(cents=Sum(F("booked__entries__amount")))["cents"] or 0


def _balance(first: date) -> int:
    found = Account.objects.filter(kind=AccountKind.LASTEN, owner=costs_in(first))
    return found.values_list("balance", flat=True).first() or 0


def _is_other(kind: str) -> bool:
    return kind not in (TransferKind.HERZIEN, TransferKind.VASTSTELLEN)
