"""Deelname at the desk: staff admit with a contribution, refuse, suspend, resume and end."""

import pytest
from django.urls import reverse

from plein.web.doors import DESK
from plein.webshop.actions.catalogue import offer_product
from plein.webshop.actions.participation import admit_part, ask_part
from plein.webshop.models import Participation
from tests.cast import NOON, TESTS
from tests.webshop.conftest import YARA
from tests.webshop.test_products import offer


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


@pytest.fixture
def page(de_plons, kindpakket):
    return url("desk-part", de_plons.pk, kindpakket.scheme_id)


@pytest.fixture
def asked(de_plons, kindpakket):
    return ask_part(de_plons, kindpakket.scheme, by=YARA, at=NOON)


def now() -> Participation:
    return Participation.objects.get()


def test_who_asked_is_on_the_list_and_is_admitted_with_a_contribution(desk, page, asked):
    assert "Zwembad De Plons" in desk.get(url("desk-providers")).content.decode()
    assert "Aanbieders die mee willen doen" in desk.get(url("desk-home")).content.decode()

    desk.post(page, {"act": "admit", "contribution": "12,5"})

    assert (now().status, now().contribution) == ("toegelaten", 1_250)
    assert "bijdrage 12,5%" in desk.get(url("desk-provider", asked.provider_id)).content.decode()


@pytest.mark.parametrize("typed", ["honderd", "100,1", "-1", "1,234"])
def test_a_contribution_that_cannot_be_is_said_at_its_field(desk, page, asked, typed):
    answer = desk.post(page, {"act": "admit", "contribution": typed})

    assert answer.status_code == 422
    assert "van 0 tot en met 100" in answer.content.decode()
    assert now().status == "aangemeld"


def test_a_refusal_needs_a_reason(desk, page, asked):
    assert desk.post(page, {"act": "refuse", "reason": " "}).status_code == 422

    desk.post(page, {"act": "refuse", "reason": "Alleen clubs"})

    assert (now().status, now().reason) == ("afgewezen", "Alleen clubs")


def test_a_provider_is_suspended_resumed_and_ended(desk, page, asked):
    steps = [("admit", "toegelaten"), ("suspend", "geschorst"), ("resume", "toegelaten")]
    for act, status in [*steps, ("end", "beëindigd")]:
        assert desk.post(page, {"act": act, "reason": "Zo is het"}).status_code == 302
        assert now().status == status


def test_an_act_that_cannot_be_now_changes_nothing(desk, page, asked):
    for act in ("resume", "suspend", "end", "verzonnen", ""):
        assert desk.post(page, {"act": act, "reason": "x"}).status_code == 422

    assert now().status == "aangemeld"


def test_a_product_can_only_be_approved_where_its_provider_takes_part(
    desk, de_plons, kindpakket, open_period
):
    other = open_period(name="Doe mee").scheme
    version = offer_product(de_plons, offer(), by=YARA, at=NOON)
    assert (
        "doet aan geen regeling mee" in desk.get(url("desk-product", version.pk)).content.decode()
    )
    admit_part(de_plons, kindpakket.scheme, by=TESTS, at=NOON)

    choice = desk.get(url("desk-product", version.pk)).content.decode()
    assert str(kindpakket.scheme_id) in choice
    assert str(other.pk) not in choice

    refused = desk.post(
        url("desk-product-decide", version.pk), {"schemes": [other.pk]}, follow=True
    )
    assert "doet niet mee aan Doe mee" in refused.content.decode()


def test_who_may_not_manage_providers_is_kept_out(sam, at_work, page):
    assert at_work(sam.account, DESK).get(page).status_code == 403


@pytest.mark.parametrize("name", ["desk-part", "desk-provider", "desk-providers"])
def test_pages_of_taking_part_ask_few_queries(
    desk, asked, open_period, name, django_assert_max_num_queries
):
    for number in range(4):
        open_period(name=f"Regeling {number}")
    args = {
        "desk-part": (asked.provider_id, asked.scheme_id),
        "desk-provider": (asked.provider_id,),
    }
    with django_assert_max_num_queries(16):
        desk.get(url(name, *args.get(name, ())))
