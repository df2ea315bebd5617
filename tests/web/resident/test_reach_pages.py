"""Hoe wij u bereiken: the resident proves an address, chooses, and takes it away."""

from uuid import uuid4

import pytest
from django.core import mail
from django_tasks_db.models import DBTaskResult

from plein.cases.actions.deciding import decide
from plein.cases.actions.moving import take_up
from plein.delivery.models import Contact, Delivery, Way
from plein.delivery.notices import Notice
from plein.delivery.sending_codes import send_code
from tests.cases.conftest import *  # noqa: F403
from tests.cast import NOON
from tests.web.conftest import url


@pytest.fixture
def fatimas(fatima, signed_in):
    return signed_in(fatima)


def asks_code(client, email="fatima@inwoner.example"):
    response = client.post(url("reach"), {"email": email})
    if response.status_code == 302:
        contact = Contact.objects.get()
        send_code.call(municipality=contact.municipality_id, contact=str(contact.pk))
    return response


def code_of_last_mail():
    return mail.outbox[-1].body.split("Uw code is: ")[1].split()[0]


def test_from_address_to_mail_and_away_again(fatimas, django_assert_max_num_queries):
    assert asks_code(fatimas).url == url("reach-code")
    assert "link" in fatimas.get(url("reach")).content.decode()

    fatimas.post(url("reach-code"), {"code": code_of_last_mail()})

    assert "Gelukt" in fatimas.get(url("reach")).content.decode()
    with django_assert_max_num_queries(12):
        page = fatimas.get(url("reach")).content.decode()
    assert "fatima@inwoner.example" in page
    assert Contact.objects.get().way == Way.MAIL
    fatimas.post(url("reach-remove"))
    assert "fatima@inwoner.example" not in fatimas.get(url("reach")).content.decode()
    fatimas.post(url("reach-choose"), {"way": "hand"})
    assert Contact.objects.get().wants_reminders is False


def test_a_wrong_code_or_address_is_kept_with_a_kind_word(fatimas):
    asks_code(fatimas)

    wrong = fatimas.post(url("reach-code"), {"code": "ABCD2345"})
    no_address = fatimas.post(url("reach"), {"email": "fatima@"})
    too_soon = fatimas.post(url("reach-choose"), {"way": "mail"})

    assert (wrong.status_code, no_address.status_code, too_soon.status_code) == (422, 422, 422)
    assert "ABCD2345" in wrong.content.decode()
    assert "klopt niet, of is te oud" in wrong.content.decode()
    assert "fatima@" in no_address.content.decode()
    assert "Vul eerst een e-mailadres in" in too_soon.content.decode()


def test_a_decision_counts_as_read_when_its_page_was_opened(fatimas, fatima, case, sam):
    take_up(case, by=sam, at=NOON)
    decide(case, "toegekend", "U voldoet.", by=sam, at=NOON)
    word = Delivery.objects.get(notice=Notice.DECISION)

    fatimas.get(url("case", case.pk))
    word.refresh_from_db()
    assert word.read_at is not None


def test_nobody_can_fill_a_mailbox_with_codes(fatimas):
    for _number in range(5):
        assert asks_code(fatimas, f"{uuid4()}@ander.example").status_code == 302

    assert asks_code(fatimas).status_code == 422
    assert DBTaskResult.objects.filter(task_path__endswith="send_code").count() == 5
