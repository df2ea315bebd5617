"""Bellen of schrijven: staff see what no mail brings, and note how it was done."""

import pytest

from plein.delivery.models import Delivery, DeliveryState
from plein.web.doors import DESK
from tests.cases.conftest import *  # noqa: F403
from tests.web.resident.conftest import *  # noqa: F403

PAGE = "/medewerkers/verzenden/"


@pytest.fixture
def sams(sam, at_work):
    return at_work(sam.account, DESK)


def test_who_has_no_mail_is_called_and_it_is_noted(sams, ask, case, django_assert_max_num_queries):
    for _number in range(3):
        ask()

    with django_assert_max_num_queries(12):
        page = sams.get(PAGE).content.decode()
    assert page.count("er staat een opdracht voor u klaar") == 3
    assert f"/medewerkers/aanvragen/{case.pk}/" in page
    assert "Fatima" not in page
    delivery = Delivery.objects.by_hand().first()
    sams.post(f"{PAGE}{delivery.pk}/", {"how": "gebeld"})
    sams.post(f"{PAGE}{delivery.pk}/", {"how": "gebeld"})

    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.DELIVERED
    assert delivery.proof == "gebeld, consulent, Team Minima"
    assert Delivery.objects.by_hand().count() == 2


def test_how_must_be_said(sams, ask):
    ask()
    delivery = Delivery.objects.by_hand().get()

    page = sams.post(f"{PAGE}{delivery.pk}/", {"how": "zomaar"}, follow=True)

    assert "Kies of u belde" in page.content.decode()
    assert Delivery.objects.by_hand().count() == 1


def test_only_who_handles_cases_sees_the_list(ingrid, at_work, ask):
    ask()

    assert at_work(ingrid.account, DESK).get(PAGE).status_code == 403
