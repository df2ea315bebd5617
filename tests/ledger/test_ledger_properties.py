"""Whatever happens in whatever order, the ledger answers as a model of dicts does."""

from collections import Counter
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from plein.kernel.refusal import Refusal
from plein.ledger import actions
from plein.ledger.actions import Move, open_account
from plein.ledger.models import Account, AccountKind, Hold, Transfer, TransferKind
from plein.ledger.queries import check_books
from plein.ledger.refusals import AlreadyReversed, HoldIsClosed, KeyUsedForOther, NotEnoughMoney
from tests.cast import NOON

pytestmark = pytest.mark.long
PLACES = {
    "begroting": AccountKind.BEGROTING,
    "pot": AccountKind.POT,
    "noor": AccountKind.BUDGET,
    "sami": AccountKind.BUDGET,
    "reserve": AccountKind.RESERVERING,
    "de plons": AccountKind.TE_BETALEN,
}
PLACE = st.sampled_from(sorted(PLACES))
CHILD = st.sampled_from(["noor", "sami"])
CENTS = st.sampled_from([1, 99, 100, 250, 400])
DONE = None


@dataclass(frozen=True)
class Booking:
    kind: TransferKind
    changes: dict[str, int]
    reverses: str = ""


@dataclass
class Held:
    row: Hold
    source: str
    cents: int
    closed_by: str = ""  # key
    closed_before: list[str] = field(default_factory=list)


class LedgerBesideModel(RuleBasedStateMachine):
    """Each rule asks the model first, and then sees the ledger give the same answer."""

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.accounts = {name: open_account(kind, name) for name, kind in PLACES.items()}
        self.balances: Counter[str] = Counter()
        self.booked: dict[str, Booking] = {}
        self.holds: list[Held] = []
        self.move("begroting", "pot", 1_500, "krediet")
        self.move("pot", "noor", 500, "toekenning")

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    def book(self, key: str, booking: Booking) -> type[Refusal] | None:
        """What the ledger should answer; remembered when it is yes."""
        if key in self.booked:
            return DONE if self.booked[key] == booking else KeyUsedForOther
        if booking.reverses in {earlier.reverses for earlier in self.booked.values()} - {""}:
            return AlreadyReversed
        if any(
            place != "begroting" and self.balances[place] + cents < 0
            for place, cents in booking.changes.items()
        ):
            return NotEnoughMoney
        self.booked[key] = booking
        self.balances.update(booking.changes)
        return DONE

    def key(self, data: st.DataObject, *likely: str) -> str:
        """A new key, or one that was used before: that is where ledgers go wrong."""
        new = f"key {len(self.booked)}"
        return data.draw(st.sampled_from([new, new, *(likely or sorted(self.booked))]))

    @rule(places=st.tuples(PLACE, PLACE), cents=CENTS, data=st.data())
    def transfer(self, places, cents, data):
        assume(len(set(places)) == 2)
        self.move(*places, cents, self.key(data))

    def move(self, source: str, target: str, cents: int, key: str) -> None:
        booking = Booking(TransferKind.TOEKENNEN, {source: -cents, target: cents})
        expected = self.book(key, booking)

        move = Move(self.accounts[source], self.accounts[target], cents)
        answer = answer_of(actions.transfer, booking.kind, [move], key=key)

        assert answer == expected

    @rule(source=CHILD, cents=CENTS, data=st.data())
    def hold(self, source, cents, data):
        key = self.key(data)
        is_new = key not in self.booked
        expected = self.book(
            key, Booking(TransferKind.RESERVEREN, {source: -cents, "reserve": cents})
        )

        child, reserve = self.accounts[source], self.accounts["reserve"]
        answer = answer_of(actions.hold, cents, source=child, reserve=reserve, key=key)

        assert answer == expected
        if is_new and answer is DONE:
            row = Hold.objects.get(opened_by__key=key)
            self.holds.append(Held(row, source, cents))

    @precondition(lambda self: self.holds)
    @rule(data=st.data())
    def post(self, data):
        held = data.draw(st.sampled_from(self.holds))
        key = self.key(data, *held.closed_before)
        booking = Booking(TransferKind.LEVEREN, {"reserve": -held.cents, "de plons": held.cents})
        expected = self.close(held, booking, key)

        answer = answer_of(actions.post, held.row, target=self.accounts["de plons"], key=key)

        assert answer == expected

    @precondition(lambda self: self.holds)
    @rule(data=st.data())
    def void(self, data):
        held = data.draw(st.sampled_from(self.holds))
        key = self.key(data, *held.closed_before)
        booking = Booking(TransferKind.VRIJGEVEN, {"reserve": -held.cents, held.source: held.cents})
        expected = self.close(held, booking, key)

        answer = answer_of(actions.void, held.row, key=key)

        assert answer == expected

    def close(self, held: Held, booking: Booking, key: str) -> type[Refusal] | None:
        if held.closed_by and held.closed_by != key:
            return HoldIsClosed
        if not held.closed_by and self.booked.get(key) == booking:
            return HoldIsClosed  # by this key before, and undone since; or it closed another
        expected = self.book(key, booking)
        if expected is DONE:
            held.closed_by = key
            held.closed_before.append(key)
        return expected

    @precondition(lambda self: any(held.closed_by for held in self.holds))
    @rule(data=st.data())
    def reopen(self, data):
        held = data.draw(st.sampled_from([held for held in self.holds if held.closed_by]))
        key = self.key(data)
        expected = self.book(key, self.mirror_of(held.closed_by))

        answer = answer_of(actions.reopen, held.row, key=key)

        assert answer == expected
        held.closed_by = "" if answer is DONE else held.closed_by

    @rule(data=st.data())
    def storno(self, data):
        original = data.draw(st.sampled_from(sorted(self.booked)))
        key = self.key(data)
        expected = self.book(key, self.mirror_of(original))

        row = Transfer.objects.get(key=original)
        answer = answer_of(actions.storno, row, key=key)

        assert answer == expected

    def mirror_of(self, original: str) -> Booking:
        changes = self.booked[original].changes
        back = {place: -cents for place, cents in changes.items()}
        return Booking(TransferKind.STORNO, back, reverses=original)

    @invariant()
    def the_books_are_right(self):
        assert check_books().is_right()

    @invariant()
    def every_balance_is_as_the_model_says(self):
        balances = dict(Account.objects.values_list("owner", "balance"))
        assert balances == {name: self.balances[name] for name in PLACES}


def answer_of(action, *args, **named) -> type[Refusal] | None:
    try:
        action(*args, **named, at=NOON)
    except Refusal as refusal:
        return type(refusal)
    return DONE


def test_any_sequence_of_movements_keeps_the_books_right(emmen):
    run_state_machine_as_test(
        LedgerBesideModel,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            database=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
