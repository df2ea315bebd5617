"""Random lives of two years: what happens in each month, and the town where it happens."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from hypothesis import strategies as st

from plein.identity.models import Resident, Staff
from plein.kernel.months import month_of, months_after
from plein.payments.actions.advancing import NoRightInMonth, give_advance, settle
from plein.payments.actions.awarding import NewAward, award, end, lives_otherwise
from plein.payments.actions.booking import book_run
from plein.payments.actions.debts import Claim, decide_debt, propose_debt, receive
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.paying_back import (
    agree_plan,
    most_per_month,
    open_on,
    propose_plan,
    rest,
)
from plein.payments.actions.remitting import Asked, agree_remission, propose_remission
from plein.payments.actions.revising import revise
from plein.payments.actions.running import (
    approve_run,
    drop_run,
    hold_back,
    looked_at,
    make_run,
    propose_run,
)
from plein.payments.actions.telling import NoBenefitInMonth, tell_income
from plein.payments.living import Income, Living
from plein.payments.models import Award, Cause, Debt, DebtState, Ground, PaymentRun
from plein.payments.payee import Payee
from plein.rules.of_municipality import Rules
from tests.cast import TESTS

BEGIN, MONTHS = date(2025, 1, 1), 24
PAYEE = Payee(name="Iemand", iban="NL91ABNA0417164300")
HAPPENS = (
    *("tell", "tell", "tell_late", "lives", "lives_past", "end", "claim", "plan"),
    *("rest", "remit", "receive", "hold", "nothing", "nothing", "nothing"),
)
DECIDED = ("vrijlating_n_toegekend", "vrijlating_r_toegekend")


@dataclass(frozen=True)
class Event:
    what: str
    cents: int
    day: int
    living: Living


@dataclass(frozen=True)
class Life:
    """`begins` is the month of the two years in which it starts."""

    living: Living
    begins: int
    day: int
    has_advance: bool


CENTS = st.one_of(st.sampled_from([0, 1]), st.integers(2, 30_000), st.integers(2, 160_000))
DAYS = st.integers(1, 28)


def _days(first: int, last: int) -> st.SearchStrategy[date]:
    return st.builds(date, st.integers(first, last), st.integers(1, 12), DAYS)


LIVINGS = st.builds(
    Living,
    born=_days(1965, 2003),
    partner_born=st.one_of(st.none(), _days(1965, 2003)),
    children=st.lists(_days(2008, 2024), max_size=3).map(tuple),
    others_from_27=st.sampled_from([0, 0, 0, 1, 2, 3]),
    decided=st.frozensets(st.sampled_from(DECIDED)),
)
EVENTS = st.builds(
    Event,
    what=st.sampled_from(HAPPENS),
    cents=CENTS,
    day=DAYS,
    living=LIVINGS,
)
LIVES = st.builds(
    Life, living=LIVINGS, begins=st.integers(0, 10), day=DAYS, has_advance=st.booleans()
)


@dataclass
class Town:
    """What happens to everybody, month by month. Each act is one that people can do."""

    rules: Rules
    maker: Staff
    checker: Staff
    held: set[object] = field(default_factory=set)

    def begin(self, resident: Resident, number: str, life: Life) -> Award:
        starts_on = months_after(BEGIN, life.begins).replace(day=life.day)
        new = NewAward(
            resident, number, starts_on, life.living, PAYEE, is_provisional=life.has_advance
        )
        at = self.at(starts_on)
        made = award(new, by=self.maker, at=at)
        if life.has_advance:
            with suppress(NoRightInMonth):
                give_advance(made, month_of(starts_on), self.rules, by=self.maker, at=at)
            settle(made, by=self.checker, at=at)
        return made

    def at(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    def live(self, made: Award, event: Event, month: date) -> None:
        now = self.at(month.replace(day=28))
        getattr(self, f"do_{event.what}")(made, event, month, now)

    def do_nothing(self, made, event, month, now) -> None:
        pass

    def do_tell(self, made, event, month, now) -> None:
        over = self.at(months_after(month, 1))
        with suppress(NoBenefitInMonth):
            tell_income(made, month, Income(wage=event.cents), by=TESTS, at=over)

    def do_tell_late(self, made, event, month, now) -> None:
        past = max(months_after(month, -3), made.paid_from)
        over = self.at(months_after(month, 1))
        with suppress(NoBenefitInMonth):
            tell_income(made, past, Income(benefit=event.cents), by=TESTS, at=over)
        self.revise(made, past, over)

    def do_lives(self, made, event, month, now) -> None:
        lives_otherwise(
            made, event.living, from_on=month.replace(day=event.day), by=self.maker, at=now
        )

    def do_lives_past(self, made, event, month, now) -> None:
        past = max(months_after(month, -4).replace(day=event.day), made.starts_on)
        lives_otherwise(made, event.living, from_on=past, by=self.maker, at=now)
        self.revise(made, past, now)

    def do_end(self, made, event, month, now) -> None:
        if event.cents % 3 == 0 and made.ends_on is None:
            past = max(months_after(month, -1).replace(day=event.day), made.starts_on)
            made.ends_on = end(made, on=past, reason="werk", by=self.maker, at=now).ends_on
            self.revise(made, past, now)

    def do_claim(self, made, event, month, now) -> None:
        made.overpaid.refresh_from_db()
        if most := min(event.cents, -made.overpaid.balance):
            claim = Claim(
                Cause.NOT_TOLD, made.paid_from, months_after(month, 1), most, "", gross=most // 4
            )
            decide_debt(propose_debt(made, claim, by=self.maker, at=now), by=self.checker, at=now)

    def do_plan(self, made, event, month, now) -> None:
        debt = self._debt(made)
        if debt and (most := min(event.cents, most_per_month(debt))):
            agree_plan(propose_plan(debt, most, by=TESTS, at=now), by=self.maker, at=now)

    def do_rest(self, made, event, month, now) -> None:
        if debt := self._debt(made):
            rest(debt, (now + timedelta(days=event.day * 3)).date(), by=self.maker, at=now)

    def do_remit(self, made, event, month, now) -> None:
        debt = self._debt(made)
        if debt and (part := min(event.cents, open_on(debt))):
            asked = Asked(part, Ground.URGENT, "")
            row = propose_remission(debt, asked, key=uuid4(), by=self.maker, at=now)
            agree_remission(row, by=self.checker, at=now)

    def do_receive(self, made, event, month, now) -> None:
        if debt := self._debt(made):
            receive(debt, event.cents + 1, key=f"in-{debt.pk}-{month:%Y%m}", at=now)

    def do_hold(self, made, event, month, now) -> None:
        self.held.add(made.pk)

    def revise(self, made: Award, from_month: date, now: datetime) -> None:
        revise(made, self.rules, from_month=from_month, by=TESTS, at=now)

    def _debt(self, made: Award) -> Debt | None:
        debts = made.debts.filter(state=DebtState.DECIDED, account__balance__lt=0)
        return debts.order_by("number").first()

    def pay(self, month: date) -> PaymentRun:
        at = self.at(months_after(month, 1).replace(day=4))
        run = make_run(month, pay_on=at.date(), by=self.maker, at=at)
        calculate_run(run, self.rules, by=TESTS, at=at)
        looked_at(run, list(run.lines.values_list("pk", flat=True)), by=self.maker, at=at)
        for line in run.lines.filter(award__in=self.held):
            hold_back(line, "even wachten", by=self.maker, at=at)
        self.held.clear()
        run.refresh_from_db()
        if not run.size:
            return drop_run(run, "niemand", by=self.maker, at=at)
        propose_run(run, by=self.maker, at=at)
        book_run(approve_run(run, by=self.checker, at=at), by=TESTS, at=at)
        return run
