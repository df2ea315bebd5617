"""Where money moves it takes two, and the screen says so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.web.doors import DESK
from plein.webshop.actions.credits import propose_credit
from plein.webshop.actions.settlement import make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import BatchStatus, SettlementBatch
from tests.cast import NOON, TESTS
from tests.webshop.conftest import order


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def batch(fatima, lina, kindpakket, swimming_lessons, grant_for, ingrid):
    """What De Plons handed over yesterday, gathered by Ingrid."""
    yesterday = timezone.now() - timedelta(days=1)
    grant = grant_for(kindpakket, lina)
    placed = order(fatima, (swimming_lessons, lina, grant), at=yesterday)
    hand_over(placed.pickups.get(), by=TESTS, at=yesterday)
    return make_batch(until=timezone.localdate(), by=ingrid, at=timezone.now())


def test_who_made_a_payment_file_cannot_approve_it(batch, ingrid, at_work):
    desk = at_work(ingrid.account, DESK)
    assert (
        "Een collega moet het goedkeuren"
        in desk.get(url("desk-settlement", batch.pk)).content.decode()
    )

    pay_on = (timezone.localdate() + timedelta(days=3)).strftime("%d-%m-%Y")
    page = desk.post(url("desk-settlement-approve", batch.pk), {"pay_on": pay_on}, follow=True)

    assert "Een collega moet het goedkeuren" in page.content.decode()
    batch.refresh_from_db()
    assert batch.status == BatchStatus.PROPOSED


def test_a_colleague_approves_and_the_file_can_be_saved(batch, tom, at_work):
    desk = at_work(tom.account, DESK)
    pay_on = (timezone.localdate() + timedelta(days=3)).strftime("%d-%m-%Y")

    desk.post(url("desk-settlement-approve", batch.pk), {"pay_on": pay_on})
    file = desk.get(url("desk-settlement-file", batch.pk))

    assert file.headers["Content-Type"] == "application/xml"
    assert batch.message_id in file.headers["Content-Disposition"]
    assert b"95.00" in file.content
    assert b"Fatima" not in file.content


def test_a_payment_day_that_has_passed_is_refused(batch, tom, at_work):
    desk = at_work(tom.account, DESK)
    today = timezone.localdate().strftime("%d-%m-%Y")

    page = desk.post(url("desk-settlement-approve", batch.pk), {"pay_on": today})

    assert page.status_code == 422
    assert "Kies een dag die nog moet komen" in page.content.decode()


def test_rejecting_asks_why_and_frees_the_deliveries(batch, tom, at_work):
    desk = at_work(tom.account, DESK)
    page = desk.post(url("desk-settlement-reject", batch.pk), {"note": " "}, follow=True)
    assert "Schrijf op waarom" in page.content.decode()

    desk.post(url("desk-settlement-reject", batch.pk), {"note": "Bedrag klopt niet."})

    assert SettlementBatch.objects.get().status == BatchStatus.REJECTED
    assert not batch.instructions.filter(lines__isnull=False).exists()


def test_there_is_no_file_before_it_is_approved(batch, tom, at_work):
    desk = at_work(tom.account, DESK)

    assert desk.get(url("desk-settlement-file", batch.pk)).status_code == 404


def test_who_proposed_credit_cannot_approve_it(kindpakket, bas, at_work):
    bas.roles = ["regelingbeheerder", "financien"]
    bas.save()
    credit = propose_credit(kindpakket, 5_000, by=bas, at=NOON)

    page = at_work(bas.account, DESK).post(url("desk-credit-approve", credit.pk), follow=True)

    assert "Een collega moet het goedkeuren" in page.content.decode()


def test_the_specification_names_no_person(batch, tom, at_work):
    desk = at_work(tom.account, DESK)
    payment = batch.instructions.get()

    for name in ("desk-settlement-spec", "desk-settlement-sheet"):
        page = desk.get(url(name, payment.pk)).content.decode()
        assert "Zwemles: 10 lessen" in page
        assert "Lina" not in page
        assert "Fatima" not in page
