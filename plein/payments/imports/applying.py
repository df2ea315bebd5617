"""Take over what was checked and agreed: people, awards and money in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.imports.knowing import know_all
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.ledger.actions import open_account
from plein.ledger.bulk import Booking, book_all
from plein.ledger.models import AccountKind, TransferKind
from plein.payments.actions.awarding import NewAward, award_all
from plein.payments.costs import costs_in
from plein.payments.imports.planning import Plan, plan_of
from plein.payments.imports.rows import Row
from plein.payments.models import Award
from plein.rules.of_municipality import Rules


class TotalsDiffer(Refusal):
    """`wrong` names what differs."""

    message = _("Uw controletotalen zijn anders dan die van het bestand. Er is niets veranderd.")

    def __init__(self, wrong: Sequence[str]) -> None:
        super().__init__()
        self.wrong = list(wrong)


@dataclass(frozen=True, slots=True)
class Totals:
    """As the municipality has them from its own system: what is new, in cents."""

    rows: int
    reserve: int
    pays: int


@transaction.atomic
def take_over(
    upload: bytes, month: date, agreed: Totals, rules: Rules, *, by: Staff, at: datetime
) -> Plan:
    """All or none; rows of before are left as they are.

    Raises `TotalsDiffer`, `NumberIsUsed`, and as `plan_of`.
    """
    plan = plan_of(upload, month, rules)
    found = Totals(len(plan.new), plan.reserve, plan.pays)
    names = Totals.__slots__
    if wrong := [name for name in names if getattr(found, name) != getattr(agreed, name)]:
        raise TotalsDiffer(wrong)
    if not plan.new:
        return plan
    residents = know_all([row.bsn for row in plan.new], by=by.actor, at=at)
    new = [
        NewAward(
            resident=residents[row.bsn],
            number=row.number,
            starts_on=row.starts_on,
            living=row.living,
            payee=row.payee,
            income=row.income,
            asks_statement=row.asks_statement,
            paid_from=max(month, row.starts_on),
        )
        for row in plan.new
    ]
    awards = award_all(new, staff=by, by=by.actor, at=at)
    _book_reserves(plan.new, awards, month, at)
    record("payments.awards.imported", on=by, by=by.actor, at=at, awards=len(awards))
    return plan


def _book_reserves(rows: Sequence[Row], awards: Sequence[Award], month: date, at: datetime) -> None:
    """What was kept for June by the system before ours, as costs of this municipality."""
    costs = open_account(AccountKind.LASTEN, costs_in(month))
    book_all(
        [
            Booking(
                TransferKind.VASTSTELLEN,
                f"overname-{row.number}",
                {costs.pk: -row.reserve, made.reserve_id: row.reserve},
            )
            for row, made in zip(rows, awards, strict=True)
        ],
        at=at,
    )
