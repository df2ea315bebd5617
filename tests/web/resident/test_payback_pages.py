"""A resident reads why, how much is left, and proposes what fits; a neighbour finds nothing."""

import pytest

from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.payments.actions.paying_back import agree_plan
from plein.payments.models import Plan, PlanState
from tests.cast import NOON, TESTS, TODAY
from tests.payments.conftest import (  # noqa: F401 - fixtures of payments
    AT,
    award_of,
    calculated,
    debt,
    katja,
    new_award,
    noor,
    overpaid,
    paid,
)
from tests.web.conftest import url


@pytest.fixture
def katjas(katja, signed_in):
    household_of(katja, at=NOON, day=TODAY, name="Katja")
    return signed_in(katja)


def test_she_reads_why_and_how_much_is_left(katjas, debt):
    assert "385,28" in katjas.get(url("payback")).content.decode()

    page = katjas.get(url("payback-one", debt.pk)).content.decode()

    assert "Uw broer woont bij u." in page
    assert "50,69" in page  # the most that leaves enough


def test_she_proposes_what_fits(katjas, debt, noor):
    katjas.post(url("payback-one", debt.pk), {"per_month": "40"})

    assert "De gemeente is aan de beurt" in katjas.get(url("payback-one", debt.pk)).content.decode()
    agree_plan(Plan.objects.get(), by=noor, at=AT)
    assert "Elke maand gaat" in katjas.get(url("payback-one", debt.pk)).content.decode()


def test_a_cent_too_much_is_kindly_refused_and_kept(katjas, debt):
    answer = katjas.post(url("payback-one", debt.pk), {"per_month": "50,70"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dan houdt u te weinig over" in page
    assert 'value="50,70"' in page
    assert not Plan.objects.exists()


def test_two_clicks_leave_one_proposal(katjas, debt):
    for _click in range(2):
        katjas.post(url("payback-one", debt.pk), {"per_month": "40"})

    assert Plan.objects.filter(state=PlanState.PROPOSED).count() == 1


def test_a_neighbour_finds_nothing(debt, signed_in):
    neighbour = know_resident(Bsn("999990044"), by=TESTS, at=NOON)
    household_of(neighbour, at=NOON, day=TODAY)

    client = signed_in(neighbour)

    assert client.get(url("payback-one", debt.pk)).status_code == 404
    assert "U hoeft niets terug te betalen" in client.get(url("payback")).content.decode()
