"""Three days before the money comes: told once, and only to who can be told without staff."""

from datetime import date, timedelta

import pytest

from plein.delivery.actions.contacts import accept_address
from plein.delivery.models import Contact, Delivery, DeliveryState, Way
from plein.delivery.notices import Notice, subject_of
from plein.payments.actions.running import hold_back
from plein.payments.models import PaymentRun
from plein.workflows.announcing_payments import announce_payments
from tests.cast import NOON, TESTS
from tests.payments.conftest import (  # noqa: F401 - fixtures of the payments
    AT,
    PAY_ON,
    award_of,
    calculated,
    katja,
    new_award,
    noor,
    paid,
)

DAY = PAY_ON - timedelta(days=3)


@pytest.fixture
def mailed(katja):
    accept_address(katja, "katja@inwoner.example", by=TESTS, at=NOON)
    Delivery.objects.all().delete()
    return katja


def announced(day: date) -> int:
    return announce_payments(day, at=AT)


def test_three_days_before_and_not_four(mailed, award_of, paid):
    award_of()
    paid()

    assert announced(DAY - timedelta(days=1)) == 0
    assert announced(DAY) == 1
    delivery = Delivery.objects.get()
    assert (delivery.notice, delivery.way) == (Notice.PAYMENT, Way.MAIL)
    assert delivery.state == DeliveryState.PLANNED


def test_the_next_night_tells_nobody_again(mailed, award_of, paid):
    award_of()
    paid()

    assert [announced(DAY), announced(DAY), announced(DAY + timedelta(days=1))] == [1, 0, 0]


def test_after_the_day_itself_it_is_no_news(mailed, award_of, paid):
    award_of()
    paid()

    assert announced(PAY_ON + timedelta(days=1)) == 0
    assert announced(PAY_ON) == 1


def test_who_has_no_mail_reads_it_on_the_page_and_staff_need_not_call(katja, award_of, paid):
    award_of()
    paid()

    assert announced(DAY) == 0
    assert not Delivery.objects.exists()


def test_who_wants_no_reminders_is_left_alone(mailed, award_of, paid):
    award_of()
    paid()
    Contact.objects.update(wants_reminders=False)

    assert announced(DAY) == 0


def test_what_is_not_approved_yet_or_stays_is_not_announced(
    mailed, award_of, calculated, ingrid, paid
):
    award_of()
    run = calculated()
    assert announced(DAY) == 0
    hold_back(run.lines.get(), "Wij wachten op een nieuw rekeningnummer.", by=ingrid, at=AT)

    assert PaymentRun.objects.count() == 1
    assert announced(DAY) == 0


def test_the_words_say_no_amount(emmen):
    assert subject_of(Notice.PAYMENT, "", None) == (
        "Uw gemeente: u krijgt geld, zie hoeveel en wanneer"
    )
