"""Ria opens Assen at its own desk, and takes over what lies ready; a consulent does neither."""

import pytest
from django.test import Client
from django.urls import reverse

from plein.authoring.models import SharedJourney
from plein.identity.models import Role, Staff
from plein.starting.actions.choosing import choose_journey, choose_scheme
from plein.starting.actions.opening import propose_opening
from plein.starting.models import Chosen
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.web.doors import DESK
from plein.webshop.models import Scheme, SchemeStatus
from tests.cast import NOON
from tests.starting.conftest import assen, joop, olga, ready, ria, start  # noqa: F401
from tests.web.desk.municipality.conftest import html, url
from tests.webshop.conftest import open_period  # noqa: F401

SHOW, OPEN = url("desk-start"), url("desk-start-open")


@pytest.fixture
def anybody_at_assen(assen):
    return Client(HTTP_HOST="assen.localhost")


@pytest.fixture
def at_assen(ria, at_work):
    client = at_work(ria.account, DESK)
    client.defaults["HTTP_HOST"] = "assen.localhost"
    return client


def test_ria_opens_it_and_residents_come_in_at_once(ready, assen, olga, at_assen, anybody_at_assen):
    propose_opening(ready, by=olga, at=NOON)
    assert "Gaat de gemeente open?" in html(at_assen.get(SHOW))
    assert anybody_at_assen.get("/").status_code == 404

    at_assen.post(OPEN)

    assert anybody_at_assen.get("/").status_code == 200
    page = html(at_assen.get(SHOW))
    assert "De gemeente is open" in page
    assert "BRP aangesloten" in page
    assert "nog niet</span>" in page


def test_ria_sends_it_back(ready, assen, olga, at_assen):
    propose_opening(ready, by=olga, at=NOON)

    at_assen.post(url("desk-start-back"))

    ready.refresh_from_db()
    assert ready.may_be_changed
    assert not Municipality.objects.get(slug="assen").is_open


def test_a_scheme_that_lies_ready_becomes_a_draft(start, assen, olga, at_assen, emmen, open_period):
    period = open_period()
    with within(assen):
        choose_scheme(start, emmen, period.pk, by=olga, at=NOON)
        choose_scheme(start, emmen, period.pk, by=olga, at=NOON)
        take_it_over(at_assen)


def take_it_over(at_assen):
    (chosen,) = Chosen.objects.all()
    assert "Neem over als concept" not in html(at_assen.get(SHOW))
    assert at_assen.post(url("desk-start-take-over", chosen.pk)).status_code == 403

    Staff.objects.update(roles=[Role.MUNICIPALITY_MANAGER, Role.SCHEME_MANAGER])
    assert "Neem over als concept" in html(at_assen.get(SHOW))
    at_assen.post(url("desk-start-take-over", chosen.pk))

    taken = Scheme.objects.get()
    assert (taken.name, taken.status) == (chosen.name, SchemeStatus.DRAFT)
    assert "overgenomen" in html(at_assen.get(SHOW))
    again = at_assen.post(url("desk-start-take-over", chosen.pk), follow=True)
    assert Scheme.objects.count() == 1
    assert "Er is al een regeling" in html(again)


def test_a_journey_that_lies_ready_is_looked_at_where_journeys_are_taken_over(
    start, assen, olga, at_assen
):
    shared = SharedJourney.objects.create(
        host="emmen.localhost",
        key="laptop",
        version=1,
        municipality_name="Emmen",
        name="Laptop voor school",
        package="{}",
        shared_at=NOON,
    )
    choose_journey(start, shared, by=olga, at=NOON)

    page = html(at_assen.get(SHOW))

    assert "Laptop voor school" in page
    assert reverse("desk-journey-look", "plein.web.desk.urls") in page
    shared.delete()
    assert "deelt dit niet meer" in html(at_assen.get(SHOW))


def test_the_list_of_a_municipality_that_began_before_is_there_as_well(desk, emmen):
    page = html(desk.get(SHOW))

    assert "De gemeente is open" in page
    assert "DPIA gedaan" in page


def test_wim_ticks_and_it_is_among_what_changed(desk):
    desk.post(url("desk-start-tick", "dpia"), {"done_on": "1-10-2026", "note": "zaak 4"})

    assert "Klaar op 1 okt 2026, volgens Wim: zaak 4" in html(desk.get(SHOW)).replace("\n", "")
    assert "Iets afgevinkt voor de start" in html(desk.get(url("desk-municipality")))
    desk.post(url("desk-start-tick", "dpia"), {"weg": ""})
    assert "zaak 4" not in html(desk.get(SHOW))


def test_a_consulent_has_nothing_to_do_here(sam, at_work):
    client = at_work(sam.account, DESK)

    assert client.get(SHOW).status_code == 403
    assert client.post(OPEN).status_code == 403
    assert client.post(url("desk-start-tick", "dpia"), {}).status_code == 403


def test_the_page_asks_at_most_twelve_things(ready, assen, at_assen, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        at_assen.get(SHOW)
