"""A shop that lives for a while: whatever people do, in whatever order, no cent is lost."""

import os
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import transaction
from django.db.models import Sum
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from plein.gateways.bank.simulator import CLOSED, NO_FUNDS, Bank
from plein.kernel.refusal import Refusal
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.webshop.actions.claims import withdraw_claim
from plein.webshop.actions.deciding_claims import approve_claim, refuse_claim
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.settlement import approve_batch, make_batch, reject_batch
from plein.webshop.actions.till import hand_over, undo_hand_over
from plein.webshop.models import (
    DECIDED,
    BatchStatus,
    Claim,
    LineStatus,
    OrderLine,
    Participation,
    Pickup,
    ReturnReason,
    SchemePeriod,
    SettlementBatch,
)
from plein.webshop.queries.accountant import way_of
from plein.webshop.queries.control import totals_of
from plein.webshop.queries.specification import specification
from plein.workflows.bank_answers import read_file
from tests.cast import NOON
from tests.webshop.claiming import submit
from tests.webshop.conftest import YARA, children_of, order

LIVES = int(os.environ.get("PLEIN_LIVES", "8"))  # a thousand by hand
STOCK = 6
pytestmark = pytest.mark.long


@pytest.fixture
def shop(fatima, kindpakket, product_for, grant_for, sam, ingrid, tom):
    """A town with two shops of 12.5% and 0%, and one budget of 120 euros."""
    SchemePeriod.objects.update(takes_claims=True)
    lina = children_of(fatima)[0]
    version = product_for(kindpakket.scheme, price=2_999, stock=STOCK)
    Participation.objects.update(contribution=1_250)
    return {
        "fatima": fatima,
        "lina": lina,
        "version": version,
        "grant": grant_for(kindpakket, lina, cents=12_000),
        "period": kindpakket,
        "staff": (sam, ingrid, tom),
    }


def test_no_order_of_acts_loses_a_cent(shop):
    class Shop(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.atomic = transaction.atomic()
            self.atomic.__enter__()
            self.now, self.keys = NOON, 0
            self.sam, self.ingrid, self.tom = shop["staff"]

        def teardown(self) -> None:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

        def act(self, work) -> None:
            """A refusal changes nothing."""
            try:
                with transaction.atomic():
                    work()
            except Refusal:
                return

        def key(self) -> str:
            self.keys += 1
            return f"key-{self.keys}"

        def pick(self, rows, number: int):
            found = list(rows.order_by("pk"))
            return found[number % len(found)] if found else None

        @rule(number=st.integers(1, 2))
        def buy(self, number):
            lines = [(shop["version"], shop["lina"], shop["grant"])] * number
            self.act(lambda: order(shop["fatima"], *lines, key=self.key(), at=self.now))

        @rule(cents=st.integers(1, 6_000))
        def claim(self, cents):
            who = (shop["fatima"], shop["lina"], shop["grant"])
            self.act(lambda: submit(*who, cents=cents, key=self.key(), at=self.now))

        @rule(n=st.integers(0, 9))
        def give(self, n):
            if pickup := self.pick(Pickup.objects, n):
                self.act(lambda: hand_over(pickup, by=YARA, at=self.now))

        @rule(n=st.integers(0, 9))
        def undo(self, n):
            if pickup := self.pick(Pickup.objects, n):
                self.act(lambda: undo_hand_over(pickup, by=YARA, at=self.now))

        @rule(n=st.integers(0, 9))
        def cancel(self, n):
            if line := self.pick(OrderLine.objects, n):
                self.act(lambda: cancel_line(line, by=shop["fatima"].actor, at=self.now))

        @rule(n=st.integers(0, 9), on_shelf=st.booleans())
        def bring_back(self, n, on_shelf):
            came = CameBack(ReturnReason.OTHER, on_shelf)
            if line := self.pick(OrderLine.objects, n):
                self.act(lambda: return_line(line, came, by=YARA, at=self.now))

        @rule(n=st.integers(0, 9), part=st.integers(1, 6_000))
        def approve(self, n, part):
            if claim := self.pick(Claim.objects, n):
                cents = min(part, claim.amount)
                self.act(lambda: approve_claim(claim, cents, reason="x", by=self.sam, at=self.now))

        @rule(n=st.integers(0, 9), by_resident=st.booleans())
        def refuse(self, n, by_resident):
            if claim := self.pick(Claim.objects, n):
                by = shop["fatima"].actor
                self.act(
                    lambda: (
                        withdraw_claim(claim, by=by, at=self.now)
                        if by_resident
                        else refuse_claim(claim, "x", by=self.sam, at=self.now)
                    )
                )

        @rule()
        def gather(self):
            """The next day: what was handed over is no longer of today."""
            self.now += timedelta(days=1)
            day = self.now.date()
            self.act(lambda: make_batch(until=day, by=self.ingrid, at=self.now))

        @rule(n=st.integers(0, 9), good=st.booleans())
        def decide(self, n, good):
            if batch := self.pick(SettlementBatch.objects, n):
                self.act(
                    lambda: (
                        approve_batch(batch, pay_on=date(2027, 1, 4), by=self.tom, at=self.now)
                        if good
                        else reject_batch(batch, "x", by=self.tom, at=self.now)
                    )
                )

        @rule(n=st.integers(0, 9), back=st.booleans(), refuses=st.booleans(), total=st.booleans())
        def bank_answers(self, n, back, refuses, total):
            sent = SettlementBatch.objects.filter(status=BatchStatus.APPROVED)
            batch = self.pick(sent.exclude(file_sealed=b""), n)
            if batch is None:
                return
            paid = batch.instructions.filter(amount__gt=0)
            first = self.pick(paid, n)
            bank = Bank(
                rejects=NO_FUNDS if refuses else "",
                returns={first.end_to_end_id: CLOSED} if back else {},
            )
            answer = bank.take(batch.file)
            if not refuses:
                (answer,) = bank.statements(self.now.date(), one_total=total)
            for _time in range(2):  # the same file twice changes nothing
                self.act(lambda: read_file(BytesIO(answer), "x", by=self.ingrid, at=self.now))

        @invariant()
        def the_books_are_right(self):
            assert check_books().is_right()

        @invariant()
        def three_totals_are_one(self):
            for batch in SettlementBatch.objects.filter(status__in=DECIDED):
                assert totals_of(batch).are_one
                for each in batch.instructions.exclude(provider=None):
                    assert sum(row.cents for row in specification(each)) == each.amount

        @invariant()
        def every_cent_of_the_credit_is_found(self):
            assert way_of(shop["period"]).unexplained == 0

        @invariant()
        def nothing_is_sold_that_is_not_there(self):
            product = type(shop["version"].product).objects.get(pk=shop["version"].product_id)
            out = OrderLine.objects.filter(
                status__in=[LineStatus.RESERVED, LineStatus.HANDED_OVER]
            ).count()
            assert product.stock >= 0
            assert out + product.stock <= STOCK

        @invariant()
        def what_providers_owe_is_what_came_back(self):
            accounts = Account.objects.filter(kind=AccountKind.VORDERING)
            assert (accounts.aggregate(cents=Sum("balance"))["cents"] or 0) <= 0

    run_state_machine_as_test(
        Shop,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
