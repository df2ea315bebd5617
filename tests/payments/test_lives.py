"""Whatever happens in two years, every cent is somewhere, and every month comes out the same again.

`PLEIN_LIVES` sets how many lives: some in every run of the tests, thousands by hand.
"""

import os
from contextlib import ExitStack, contextmanager
from itertools import groupby
from operator import attrgetter

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from stdnum.nl import bsn as eleven_test

from plein.identity.actions import know_resident
from plein.identity.models import Role
from plein.kernel.bsn import Bsn
from plein.kernel.months import months_after
from plein.ledger.models import Account, Entry, TransferKind
from plein.ledger.queries import check_books
from plein.payments.calculating import Worked, work_out
from plein.payments.known import known_of
from plein.payments.models import Award, AwardMonth, LineState
from plein.rules.of_municipality import Rules
from plein.tenants.scope import within
from plein.workflows.our_rules import our_rules
from tests.cast import NOON, TESTS, municipality, staff_member
from tests.payments.lives import BEGIN, EVENTS, LIVES, MONTHS, Town

MOST, TOGETHER = int(os.environ.get("PLEIN_LIVES", "20")), 5
pytestmark = pytest.mark.long


class Months(RuleBasedStateMachine):
    """Some people in one town, and each step is a month of all of them."""

    @initialize(found=st.lists(LIVES, min_size=TOGETHER, max_size=TOGETHER))
    def begins(self, found):
        self.lives, self.awards, self.gone_by = found, {}, 0
        self.opened = ExitStack()
        self.opened.enter_context(rolled_back())
        self.opened.enter_context(within(municipality("dorp", "Dorp", "#0a5a9c")))
        self.town = Town(our_rules(), staff("dorp", "noor"), staff("dorp", "tom"))

    @rule(events=st.lists(EVENTS, min_size=TOGETHER, max_size=TOGETHER))
    def a_month_goes_by(self, events):
        month = months_after(BEGIN, self.gone_by)
        for who, (one, event) in enumerate(zip(self.lives, events, strict=True)):
            if one.begins == self.gone_by:
                self.awards[who] = self.town.begin(resident(who), f"dorp-{who}", one)
            elif who in self.awards:
                self.town.live(self.awards[who], event, month)
        self.town.pay(month)
        self.gone_by += 1

    @invariant()
    def the_books_are_right(self):
        assert check_books().is_right()

    def teardown(self):
        if not hasattr(self, "opened"):
            return
        with self.opened:
            for made in Award.objects.select_related("due", "reserve", "advance", "overpaid"):
                assert every_cent_of(made) == 0
            assert all_months_come_out_again(self.town.rules)


@contextmanager
def rolled_back():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_every_cent_is_somewhere_and_every_month_comes_out_the_same_again():
    run_state_machine_as_test(
        Months,
        settings=settings(
            max_examples=MOST // TOGETHER,
            stateful_step_count=MONTHS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def staff(town: str, name: str):
    return staff_member(f"{name}.{town}", Role.CONSULENT, Role.FINANCE)


def resident(number: int):
    return know_resident(bsn_number(number), by=TESTS, at=NOON)


def bsn_number(number: int) -> Bsn:
    """One of so many that belong to nobody."""
    first = 900_000_000 + number * 50
    digits = map(str, range(first, first + 50))
    return Bsn(next(text for text in digits if eleven_test.is_valid(text)))


def every_cent_of(made: Award) -> int:
    """What somebody had a right to, less where it is: paid, waiting, kept, paid back or owed."""
    newest = {
        row.month: row
        for row in AwardMonth.objects.fixed().filter(award=made).order_by("month", "version")
    }
    right = sum(row.right for row in newest.values())
    paid = made.lines.filter(state=LineState.BOOKED).aggregate(sum=Sum("pays"))["sum"] or 0
    own = made.due.balance + made.reserve.balance + made.advance.balance + made.overpaid.balance
    debts = list(made.debts.values_list("account_id", flat=True))
    owed = sum(Account.objects.filter(pk__in=debts).values_list("balance", flat=True))
    gross = sum(made.debts.exclude(decided_on=None).values_list("gross", flat=True))
    came_in = _on(debts, TransferKind.AFLOSSEN)
    remitted = _on(debts, TransferKind.KWIJTSCHELDEN)
    return right - gross + remitted + came_in - paid - own - owed


def _on(accounts, kind: TransferKind) -> int:
    entries = Entry.objects.filter(account__in=accounts, transfer__kind=kind)
    return entries.aggregate(sum=Sum("amount"))["sum"] or 0


def all_months_come_out_again(rules: Rules) -> bool:
    """From what was known then: those of one month and moment together, as in a run."""
    rows = AwardMonth.objects.fixed().select_related("award__resident")
    moments = attrgetter("month", "known_at")
    for (month, at), together in groupby(rows.order_by("month", "known_at", "pk"), moments):
        found = {row.award_id: row for row in together}
        known = known_of([row.award for row in found.values()], month, at=at, by=TESTS, now=NOON)
        inputs = {key: each.inputs for key, each in known.items() if each.inputs}
        assert all(found[key].right == 0 for key in found.keys() - inputs.keys())
        again = work_out(rules, list(inputs.values()), month)
        assert again == [as_worked(found[key]) for key in inputs]
    return True


def as_worked(row: AwardMonth) -> Worked:
    return Worked(*(getattr(row, name) for name in Worked.__slots__))
