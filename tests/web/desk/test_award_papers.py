"""What a resident sent with their income, for who handles the benefit."""

from hashlib import sha256

import pytest
from django.urls import reverse

from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.inbox.actions.enclosing import enclose
from plein.payments.actions.topics import topic_of
from plein.web.doors import DESK
from tests.cast import NOON
from tests.payments.conftest import *  # noqa: F403

URLS = "plein.web.desk.urls"
PDF = b"%PDF-1.7 loonstrook"


def at(name, *args):
    return reverse(name, URLS, args=args)


@pytest.fixture
def payslip(award_of, katja):
    made = award_of()
    received = Received("Loonstrook", "pdf", PDF, sha256(PDF).hexdigest(), is_scanned=True)
    (document,) = enclose(
        topic_of(made), [received], direction=Direction.IN, by=katja.actor, at=NOON
    )
    return made, document


def test_a_payslip_stands_with_the_benefit_and_opens_at_the_door_of_documents(
    payslip, at_work, noor
):
    made, document = payslip
    client = at_work(noor.account, DESK)

    page = client.get(at("desk-award", made.pk)).content.decode()

    address = at("desk-award-paper", made.pk, document.pk)
    assert "Loonstrook" in page
    assert address in page
    answer = client.get(address)
    assert answer.status_code == 302
    assert "documenten" in answer["Location"]


def test_a_paper_of_another_benefit_is_not_found(payslip, award_of, at_work, noor):
    _made, document = payslip
    other = award_of(number="E-2026-2")
    client = at_work(noor.account, DESK)

    assert client.get(at("desk-award-paper", other.pk, document.pk)).status_code == 404
    topic_of(other)
    assert client.get(at("desk-award-paper", other.pk, document.pk)).status_code == 404


def test_who_pays_does_not_open_papers(payslip, at_work, ingrid):
    made, document = payslip
    client = at_work(ingrid.account, DESK)

    assert client.get(at("desk-award-paper", made.pk, document.pk)).status_code == 403
