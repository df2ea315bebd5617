"""Sam keeps the lists that he looks at every day, and finds in them what the light says."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from plein.cases.actions.keeping_lists import MOST
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case, SavedList
from plein.cases.worklist import DOTS, Narrowing, dot_of, worklist
from plein.identity.roles import Role
from plein.regelingen.library import journeys
from plein.web.doors import DESK
from tests.cast import TESTS, staff_member

KEY = "individuele_inkomenstoeslag"
LIST = reverse("desk-cases", "plein.web.desk.urls")
KEEP = reverse("desk-list-keep", "plein.web.desk.urls")
RED = {"kies": "alle", "soort": KEY, "stoplicht": "rood"}


@pytest.fixture
def case(fatima):
    now = timezone.now()
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    return open_case(fatima, case_type, by=fatima.actor, at=now)


@pytest.fixture
def sams(at_work, sam):
    return at_work(sam.account, DESK)


def words(page):
    return page.content.decode()


@pytest.mark.parametrize("days", range(-2, 12))
def test_the_list_of_a_colour_holds_what_has_that_colour(case, sam, days):
    today = timezone.localdate()
    Case.objects.update(last_day=today + timedelta(days=days))

    colours = [
        name
        for name in DOTS
        if worklist(Narrowing("alle", dot=name), sam, today).filter(pk=case.pk).exists()
    ]

    assert [DOTS[name] for name in colours] == [dot_of(Case.objects.get(), today)]


def test_a_list_is_kept_opened_and_thrown_away(sams, case):
    page = sams.post(KEEP, RED | {"name": "Rood, toeslag"}, follow=True)
    assert "De lijst staat nu tussen uw lijsten." in words(page)
    assert "Hier staat niets" in words(page)

    Case.objects.update(last_day=timezone.localdate())
    assert case.number[:4] in words(sams.get(LIST, RED))

    forget = reverse("desk-list-forget", "plein.web.desk.urls", args=[SavedList.objects.get().pk])
    assert "De aanvragen zelf staan er nog." in words(sams.post(forget, follow=True))
    assert not SavedList.objects.exists()


def test_the_same_name_holds_the_newest_list(sams):
    sams.post(KEEP, RED | {"name": "Rood"})
    sams.post(KEEP, RED | {"name": "Rood", "stoplicht": "groen"})

    assert SavedList.objects.get().wanted["stoplicht"] == "groen"


def test_without_a_name_the_list_stays_on_the_screen(sams):
    page = sams.post(KEEP, RED | {"name": " "})

    assert page.status_code == 422
    assert "Geef de lijst een naam." in words(page)
    assert '<option value="rood" selected>' in words(page)


def test_the_eleventh_list_is_one_too_many(sams):
    for number in range(MOST):
        sams.post(KEEP, RED | {"name": str(number)})

    page = sams.post(KEEP, RED | {"name": "nog een"})

    assert "Haal er eerst een weg." in words(page)
    assert SavedList.objects.count() == MOST


def test_nobody_throws_away_a_list_of_somebody_else(sams, at_work):
    sams.post(KEEP, RED | {"name": "Rood"})
    noors = at_work(staff_member("noor", Role.CONSULENT).account, DESK)

    noors.post(
        reverse("desk-list-forget", "plein.web.desk.urls", args=[SavedList.objects.get().pk])
    )

    assert SavedList.objects.exists()


@given(st.dictionaries(st.sampled_from(["kies", "fase", "stoplicht"]), st.text(max_size=9)))
def test_an_address_that_we_do_not_know_shows_a_list_all_the_same(given_names):
    wanted = Narrowing.read(given_names)

    assert Narrowing.read(wanted.as_dict()) == wanted
