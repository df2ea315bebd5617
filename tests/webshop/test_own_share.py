"""The own share: asked, paid, too late, twice, and back again."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from plein.gateways.answers import SourceUnreachable
from plein.gateways.checkout.types import State
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.webshop.actions import paying
from plein.webshop.actions.orders import cancel_line
from plein.webshop.actions.own_share import PAY_WITHIN, NothingToPay, ask_again
from plein.webshop.actions.paying import begin_payment, give_up, hear_of, lapse_unpaid, note_paid
from plein.webshop.actions.releasing import AwaitsPayment
from plein.webshop.actions.till import NothingToHandOver, hand_over, undo_hand_over
from plein.webshop.models import AssortmentEntry, LineStatus, OwnShareRefund, PaymentStatus, Product
from tests.cast import NOON, TESTS
from tests.webshop.conftest import children_of, order

LATE = NOON + PAY_WITHIN


class Provider:
    """What a payment provider says, as a test wants it."""

    def __init__(self) -> None:
        self.state, self.cents, self.asked, self.refunds = State.OPEN, 1_000, [], []
        self.is_down = False

    def create(self, cents, **asked):
        self._answer()
        self.asked.append((cents, asked))
        return SimpleNamespace(id="tr_1", page_url="https://betaal.example/tr_1")

    def find(self, reference):
        self._answer()
        return SimpleNamespace(state=self.state, cents=self.cents)

    def refund(self, reference, cents, *, key):
        self._answer()
        self.refunds.append((reference, cents, key))
        return SimpleNamespace(id=f"re_{len(self.refunds)}")

    def _answer(self):
        if self.is_down:
            raise SourceUnreachable


@pytest.fixture
def provider(monkeypatch):
    provider = Provider()
    monkeypatch.setattr(paying, "checkout", lambda: provider)
    return provider


@pytest.fixture
def bicycle(product_for, kindpakket):
    """A bicycle of € 150, of which a resident pays € 10."""
    version = product_for(kindpakket.scheme, title="Fiets", price=15_000, stock=3)
    AssortmentEntry.objects.filter(product=version.product).update(own_share=1_000)
    return version


@pytest.fixture
def placed(fatima, bicycle, kindpakket, grant_for):
    lina = children_of(fatima)[0]
    return order(fatima, (bicycle, lina, grant_for(kindpakket, lina)))


@pytest.fixture
def payment(placed, provider):
    return begin_payment(placed.payments.get(), back="https://b.example", news="https://n.example")


def left(placed) -> int:
    return Account.objects.get(pk=placed.lines.get().grant.budget_id).balance


@pytest.mark.parametrize(
    ("own", "scheme", "price", "expected"),
    [
        (0, None, 10_000, 0),
        (1_000, None, 42_000, 1_000),
        (0, 25_000, 42_000, 17_000),
        (0, 25_000, 25_000, 0),
        (1_000, 25_000, 25_500, 1_000),
        (5_000, None, 5_000, 4_999),
    ],
)
def test_the_own_share_is_an_amount_or_what_is_above_the_most(emmen, own, scheme, price, expected):
    assert AssortmentEntry(own_share=own, scheme_share=scheme).own_share_of(price) == expected


def test_an_order_with_an_own_share_holds_the_rest_and_waits(placed):
    line = placed.lines.get()

    assert (line.price, line.own_share, line.hold.amount) == (15_000, 1_000, 14_000)
    assert line.status == LineStatus.AWAITING
    assert left(placed) == 11_000
    assert placed.payments.get().pay_until == NOON + timedelta(minutes=60)


def test_nothing_is_handed_over_before_it_is_paid(placed):
    with pytest.raises(NothingToHandOver):
        hand_over(placed.pickups.get(), by=TESTS, at=NOON)


def test_the_provider_hears_an_amount_and_a_number_and_no_person(payment, placed, provider):
    begin_payment(payment, back="https://b.example", news="https://n.example")

    ((cents, asked),) = provider.asked
    assert cents == 1_000
    assert asked["description"] == placed.number
    assert set(asked) == {"description", "back", "news", "key"}


def test_a_paid_order_goes_on_however_often_the_message_comes(payment, placed, provider):
    provider.state = State.PAID

    for _ in range(3):
        payment.refresh_from_db()
        hear_of(payment, at=NOON)
    note_paid(payment, cents=1_000, at=NOON)

    assert placed.lines.get().status == LineStatus.RESERVED
    assert not OwnShareRefund.objects.exists()


def test_at_the_hand_over_the_whole_price_is_owed_to_the_provider(payment, placed):
    note_paid(payment, cents=1_000, at=NOON)
    pickup = placed.pickups.get()

    hand_over(pickup, by=TESTS, at=NOON)

    assert Account.objects.get(pk=pickup.provider.payable_id).balance == 15_000
    assert Account.objects.get(kind=AccountKind.EIGEN_BIJDRAGE).balance == -1_000
    assert check_books().is_right()


def test_a_hand_over_that_is_undone_and_done_again_books_the_own_share_once(payment, placed):
    note_paid(payment, cents=1_000, at=NOON)
    pickup = placed.pickups.get()
    hand_over(pickup, by=TESTS, at=NOON)

    undo_hand_over(pickup, by=TESTS, at=NOON)
    assert Account.objects.get(kind=AccountKind.EIGEN_BIJDRAGE).balance == 0
    hand_over(pickup, by=TESTS, at=NOON)

    assert Account.objects.get(pk=pickup.provider.payable_id).balance == 15_000
    assert check_books().is_right()


def test_an_order_of_which_the_hour_is_over_gives_everything_back(placed, bicycle, provider):
    assert not lapse_unpaid(placed, at=LATE - timedelta(seconds=1))

    assert lapse_unpaid(placed, at=LATE)

    assert placed.lines.get().status == LineStatus.EXPIRED
    assert left(placed) == 25_000
    assert Product.objects.get(pk=bicycle.product_id).stock == 3
    assert placed.payments.get().status == PaymentStatus.LAPSED
    assert not lapse_unpaid(placed, at=LATE)


def test_a_payment_whose_message_never_came_is_found_before_the_order_lapses(
    payment, placed, provider
):
    provider.state = State.PAID

    assert not lapse_unpaid(placed, at=LATE)

    assert placed.lines.get().status == LineStatus.RESERVED


def test_a_provider_that_is_down_holds_no_order_longer_than_its_hour(payment, placed, provider):
    provider.is_down = True

    assert lapse_unpaid(placed, at=LATE)

    assert placed.lines.get().status == LineStatus.EXPIRED


def test_what_is_paid_after_the_hour_goes_back_whole_and_once(payment, placed, provider):
    lapse_unpaid(placed, at=LATE)
    provider.state = State.PAID

    for _ in range(2):
        payment.refresh_from_db()
        hear_of(payment, at=LATE)

    assert OwnShareRefund.objects.get().amount == 1_000
    assert placed.lines.get().status == LineStatus.EXPIRED


def test_a_second_payment_for_the_same_order_goes_back(payment, placed, provider):
    provider.state = State.FAILED
    hear_of(payment, at=NOON)
    second = ask_again(placed, by=TESTS, at=NOON)
    note_paid(second, cents=1_000, at=NOON)

    note_paid(payment, cents=1_000, at=NOON)

    assert placed.lines.get().status == LineStatus.RESERVED
    assert OwnShareRefund.objects.get().payment_id == payment.pk


def test_another_amount_than_was_asked_pays_nothing_and_goes_back(payment, placed, provider):
    note_paid(payment, cents=999, at=NOON)

    assert placed.lines.get().status == LineStatus.AWAITING
    assert OwnShareRefund.objects.get().amount == 999


def test_a_refused_payment_may_be_tried_again_within_the_same_hour(payment, placed, provider):
    provider.state = State.FAILED
    hear_of(payment, at=NOON)

    again = ask_again(placed, by=TESTS, at=NOON + timedelta(minutes=5))

    assert again.pk != payment.pk
    assert again.pay_until == payment.pay_until
    assert ask_again(placed, by=TESTS, at=NOON).pk == again.pk
    lapse_unpaid(placed, at=LATE)
    with pytest.raises(NothingToPay):
        ask_again(placed, by=TESTS, at=LATE)


def test_cancelling_after_the_payment_gives_the_own_share_back_once(
    payment, placed, django_capture_on_commit_callbacks
):
    note_paid(payment, cents=1_000, at=NOON)

    cancel_line(placed.lines.get(), by=TESTS, at=NOON)

    refund = OwnShareRefund.objects.get()
    assert (refund.amount, refund.line) == (1_000, placed.lines.get())
    assert left(placed) == 25_000
    assert check_books().is_right()


def test_an_order_that_waits_ends_as_a_whole(placed):
    with pytest.raises(AwaitsPayment):
        cancel_line(placed.lines.get(), by=TESTS, at=NOON)

    assert give_up(placed, LineStatus.CANCELLED, by=TESTS, at=NOON) == 1
    assert left(placed) == 25_000
    assert not OwnShareRefund.objects.exists()
