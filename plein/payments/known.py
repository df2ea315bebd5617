"""What is known about awards for one month, at one moment: the same moment gives the same again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from plein.audit.actions import Purpose
from plein.identity.gate import SealedText
from plein.identity.many import read_of_many
from plein.identity.models import Resident
from plein.kernel.actor import Actor
from plein.kernel.months import months_after
from plein.payments.calculating import Inputs, Stretch
from plein.payments.living import NOTHING, Income, Living
from plein.payments.models import (
    AccountState,
    Award,
    AwardMonth,
    PayAccount,
    Situation,
    Statement,
)
from plein.payments.payee import Payee

LIVING, INCOME, ACCOUNT = "uw situatie", "uw inkomen", "uw rekeningnummer"
WHY = Purpose("om uw uitkering te berekenen en te betalen", "Participatiewet art. 17 en 45")


@dataclass(frozen=True, slots=True)
class KnownOf:
    """Of one award. No `inputs` where it has no day in the month."""

    inputs: Inputs | None
    payee: Payee | None
    account_since: datetime | None
    has_statement: bool


def known_of(
    awards: Sequence[Award],
    month: date,
    *,
    at: datetime,
    by: Actor,
    now: datetime,
    why: Purpose = WHY,
) -> dict[UUID, KnownOf]:
    """As it was known at `at`, looked at now: five queries, whatever their number."""
    situations = _situations(awards, month, at)
    statements = _statements(awards, month, at)
    accounts = accounts_of(awards, at)
    rows = {
        award.pk: [
            *(SealedText(row.pk, LIVING, row.content_sealed) for row in situations[award.pk]),
            *_texts(statements.get(award.pk), INCOME),
            *_texts(accounts.get(award.pk), ACCOUNT),
        ]
        for award in awards
    }
    opened = _opened(awards, rows, why=why, by=by, at=now)
    used = _used(awards, month, at)
    return {
        award.pk: _known(
            _Days(award, month, award.end_known_at(at)),
            situations[award.pk],
            statements.get(award.pk),
            accounts.get(award.pk),
            iter(opened[award.pk]),
            used[award.pk],
        )
        for award in awards
    }


def accounts_of(awards: Iterable[Award], at: datetime) -> dict[UUID, PayAccount]:
    """The account of each that was confirmed last."""
    rows = PayAccount.objects.filter(
        award__in=awards, state=AccountState.CONFIRMED, settled_at__lte=at
    )
    return {row.award_id: row for row in rows.order_by("settled_at", "known_at", "pk")}


def _situations(
    awards: Sequence[Award], month: date, at: datetime
) -> Mapping[UUID, list[Situation]]:
    """Those that hold on a day of the month, in order."""
    rows = Situation.objects.filter(
        award__in=awards, known_at__lte=at, from_on__lt=months_after(month, 1)
    )
    by_day: dict[UUID, dict[date, Situation]] = defaultdict(dict)
    for row in rows.order_by("known_at", "pk"):
        by_day[row.award_id][row.from_on] = row
    found: dict[UUID, list[Situation]] = defaultdict(list)
    for award, of_days in by_day.items():
        in_order = [of_days[day] for day in sorted(of_days)]
        before = [row for row in in_order if row.from_on <= month]
        found[award] = [*before[-1:], *(row for row in in_order if row.from_on > month)]
    return found


def _statements(awards: Sequence[Award], month: date, at: datetime) -> dict[UUID, Statement]:
    """Of the month itself, else the last one before it: what came in is taken to go on."""
    rows = Statement.objects.filter(award__in=awards, month__lte=month, known_at__lte=at)
    return {row.award_id: row for row in rows.order_by("month", "known_at", "pk")}


def _used(awards: Sequence[Award], month: date, at: datetime) -> Mapping[UUID, tuple[int, ...]]:
    """Months of the exemptions that came before this one, as `calculating.USED` asks them."""
    rows = (
        AwardMonth.objects.fixed()
        .filter(award__in=awards, month__lt=month, known_at__lte=at)
        .order_by("award_id", "month", "version")
        .values_list("award_id", "month", "kept_as", "kept_as_partner")
    )
    newest = {(award, first): (own, partner) for award, first, own, partner in rows}
    found: dict[UUID, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for (award, _first), both in newest.items():
        for whose, kept in enumerate(both):
            if kept:
                found[award]["nr".index(kept) * 2 + whose] += 1
    return defaultdict(lambda: (0, 0, 0, 0), {key: tuple(each) for key, each in found.items()})


def _texts(row: Any, element: str) -> list[SealedText]:
    return [SealedText(row.pk, element, row.content_sealed)] if row else []


def _opened(
    awards: Sequence[Award],
    rows: Mapping[UUID, list[SealedText]],
    *,
    why: Purpose,
    by: Actor,
    at: datetime,
) -> dict[UUID, list[str]]:
    """Two awards of one resident are one look."""
    of_resident: dict[Resident, list[SealedText]] = {}
    for award in awards:
        of_resident.setdefault(award.resident, []).extend(rows[award.pk])
    found = read_of_many(of_resident, purpose=why, by=by, at=at)
    left = {resident.pk: iter(found[resident.pk]) for resident in of_resident}
    return {
        award.pk: [next(left[award.resident_id]) for _row in rows[award.pk]] for award in awards
    }


@dataclass(frozen=True, slots=True)
class _Days:
    """Of a month that an award runs."""

    award: Award
    month: date
    ends_on: date | None

    @property
    def first(self) -> date:
        return max(self.award.starts_on, self.month)

    @property
    def until(self) -> date:
        return min(self.ends_on or date.max, months_after(self.month, 1))


def _known(
    days: _Days,
    situations: Sequence[Situation],
    statement: Statement | None,
    account: PayAccount | None,
    opened: Iterator[str],
    used: tuple[int, ...],
) -> KnownOf:
    livings = [Living.read(next(opened)) for _row in situations]
    income = Income.read(next(opened)) if statement else NOTHING
    payee = Payee.read(next(opened)) if account else None
    stretches = tuple(_stretches(days, situations, livings))
    return KnownOf(
        Inputs(stretches, income, used) if stretches else None,
        payee,
        account.settled_at if account else None,
        statement is not None and statement.month == days.month,
    )


def _stretches(
    days: _Days, situations: Sequence[Situation], livings: Sequence[Living]
) -> Iterator[Stretch]:
    untils = [*(row.from_on for row in situations[1:]), days.until][: len(situations)]
    for row, until, living in zip(situations, untils, livings, strict=True):
        first, last = max(row.from_on, days.first), min(until, days.until)
        if first < last:
            yield Stretch((last - first) // timedelta(days=1), first, living)
