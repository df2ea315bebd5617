"""Els orders together with Fatima at the desk: seen by Fatima afterwards, and hers to undo."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.assisted.actions.sessions import forget_orders, lapse_unconfirmed
from plein.assisted.models import AssistedOrder, AssistedSession
from plein.audit.models import Act, Look
from plein.identity.models import Role
from plein.ledger.queries import check_books
from plein.web.doors import DESK
from plein.webshop.actions.till import hand_over
from plein.webshop.models import BasketLine, LineStatus, Order, OrderedBy, OrderLine
from tests.cast import BSN_OF, TESTS, staff_member
from tests.web.conftest import url
from tests.web.resident.test_name_questions import filled_in
from tests.web.resident.test_ordering import form_of

GIVEN = {"bsn": BSN_OF["fatima"], "channel": "balie", "proof": "paspoort"}


def at_desk(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def words(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def els(emmen):
    return staff_member("els", Role.DESK)


@pytest.fixture
def desk(els, at_work):
    return at_work(els.account, DESK)


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    return grant_for(kindpakket, lina, 60_000)


@pytest.fixture
def together(desk, fatima, grant):
    """The browser of Els, with the door of Fatima open beside her own."""
    desk.post(at_desk("desk-together"), GIVEN)
    return desk


@pytest.fixture
def ordered(together, lina, swimming_lessons) -> Order:
    together.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    together.post(url("place-order"), form_of(together.get(url("check"))))
    return Order.objects.get()


def session() -> AssistedSession:
    return AssistedSession.objects.get()


def test_the_order_is_of_the_resident_and_both_are_known(ordered, together, fatima, els):
    act = Act.objects.get(name="webshop.order.placed")
    made = AssistedOrder.objects.get()

    assert (ordered.placed_by, ordered.ordered_by) == (fatima, OrderedBy.TOGETHER)
    assert (act.actor_kind, act.actor_id) == ("staff", els.actor.id)
    assert (made.session.staff, made.session.resident, made.order) == (els, fatima, ordered)
    assert "Samen met een medewerker besteld." in words(together.get(url("order", ordered.pk)))


def test_the_resident_sees_it_and_says_that_it_is_right(ordered, fatima, signed_in):
    fatimas = signed_in(fatima)
    assert "Klopt wat wij samen deden?" in words(fatimas.get(url("overview")))
    page = words(fatimas.get(url("together")))
    assert "U bestelde: Zwemles: 10 lessen" in page
    assert url("order", ordered.pk) in page
    assert "Samen met een medewerker besteld." in words(fatimas.get(url("orders")))
    assert "Samen met een medewerker besteld." in words(fatimas.get(url("order", ordered.pk)))

    fatimas.post(url("together-answer", session().pk, "klopt"))
    lapse_unconfirmed(by=TESTS, at=session().started_at + timedelta(days=8))

    assert OrderLine.objects.get().status == LineStatus.RESERVED


def test_staff_read_back_what_was_ordered(ordered, together):
    page = words(together.post(url("together-done"), follow=True))

    assert "Besteld in de winkel: Zwemles: 10 lessen" in page


def test_what_is_not_right_is_cancelled_and_the_money_is_back(ordered, grant, fatima, signed_in):
    signed_in(fatima).post(url("together-answer", session().pk, "klopt-niet"))

    grant.budget.refresh_from_db()
    assert OrderLine.objects.get().status == LineStatus.CANCELLED
    assert grant.budget.balance == grant.amount
    assert check_books().is_right()


@pytest.mark.parametrize(("days", "status"), [(7, "gereserveerd"), (8, "geannuleerd")])
def test_after_a_week_an_order_that_nobody_confirmed_is_cancelled(ordered, days, status):
    lapse_unconfirmed(by=TESTS, at=session().started_at + timedelta(days=days))

    assert OrderLine.objects.get().status == status


def test_what_the_resident_has_by_then_stays(ordered):
    hand_over(ordered.pickups.get(), by=TESTS, at=timezone.now())

    lapse_unconfirmed(by=TESTS, at=session().started_at + timedelta(days=8))

    assert OrderLine.objects.get().status == LineStatus.HANDED_OVER


def test_a_double_click_orders_once(together, lina, swimming_lessons):
    together.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    form = form_of(together.get(url("check")))

    answers = [together.post(url("place-order"), form).url for _click in range(2)]

    assert len(set(answers)) == 1
    assert AssistedOrder.objects.count() == 1


def test_a_name_is_filled_in_as_the_resident_says(together, lina, named_lessons):
    together.post(url("basket-add", named_lessons.pk), {"voor": str(lina.pk)})
    page = together.get(url("check"))
    assert re.search(r'name="naam-[^"]+" value="Lina"', page.content.decode())

    together.post(url("place-order"), filled_in(page))

    assert bytes(OrderLine.objects.get().name_sealed)


@pytest.mark.parametrize(
    ("name", "element"), [("shop", "budget in de winkel"), ("orders", "bestellingen")]
)
def test_every_look_stands_in_the_log_of_the_resident(together, fatima, name, element):
    together.get(url(name))

    look = Look.objects.filter(subject=fatima.pk).latest("pk")
    assert (look.channel, look.elements) == ("medewerker", [element])
    assert look.purpose == "om u te helpen aan de balie of telefoon"


def test_cancelling_is_for_the_resident_alone(ordered, together):
    assert together.post(url("cancel-line", ordered.lines.get().pk)).status_code == 403
    assert "Annuleren" not in words(together.get(url("order", ordered.pk)))
    assert OrderLine.objects.get().status == LineStatus.RESERVED


def test_no_page_leads_to_what_only_the_resident_may(ordered, together, swimming_lessons):
    for name, *args in (("shop",), ("product", swimming_lessons.pk), ("orders",)):
        page = words(together.get(url(name, *args)))
        for closed in ("activation", "claims", "favourites"):
            assert url(closed) + '"' not in page


def test_without_a_session_staff_order_nothing(desk, fatima, lina, grant, swimming_lessons):
    add = url("basket-add", swimming_lessons.pk)

    assert desk.get(url("shop")).status_code == 302
    assert desk.post(add, {"voor": str(lina.pk)}).status_code == 302
    assert not BasketLine.objects.exists()


def test_once_it_is_over_nothing_is_ordered_any_more(together, lina, swimming_lessons):
    together.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    form = form_of(together.get(url("check")))
    AssistedSession.objects.update(ended_at=timezone.now())

    assert together.post(url("place-order"), form).status_code == 302
    assert not Order.objects.exists()


def test_who_ordered_together_is_forgotten_with_whose_order_it_was(ordered):
    assert forget_orders() == 0
    Order.objects.update(placed_by=None)  # as the shop does after its term

    assert forget_orders() == 1
    assert not AssistedOrder.objects.exists()


@pytest.mark.parametrize("name", ["shop", "basket", "check", "orders"])
def test_a_page_asks_few_queries(
    together, ordered, lina, swimming_lessons, name, django_assert_max_num_queries
):
    together.post(url("basket-add", swimming_lessons.pk), {"voor": str(lina.pk)})
    together.get(url(name))

    with django_assert_max_num_queries(12):
        assert together.get(url(name)).status_code == 200
