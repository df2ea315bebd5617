"""Wim sees which services can be followed, and a consulent has no business there."""

from django.urls import reverse
from django.utils import timezone

from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.coverage import services
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cast import TESTS

ADDRESS = reverse("desk-coverage", "plein.web.desk.urls")
KEY = "individuele_inkomenstoeslag"


def test_it_says_how_many_services_can_be_followed(
    wim, fatima, at_work, django_assert_max_num_queries
):
    now = timezone.now()
    open_case(
        fatima,
        publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now),
        by=fatima.actor,
        at=now,
    )
    wims = at_work(wim.account, DESK)

    with django_assert_max_num_queries(12):
        page = wims.get(ADDRESS).content.decode()

    assert f"1 van de {len(services())} diensten" in page
    assert "Het doel is 80 procent." in page


def test_who_has_no_right_to_figures_does_not_come_in(sam, at_work):
    assert at_work(sam.account, DESK).get(ADDRESS).status_code == 403
