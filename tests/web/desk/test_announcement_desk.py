"""Nieuws voor aanbieders at the desk: written, listed and taken back."""

import pytest
from django.urls import reverse

from plein.web.doors import DESK
from plein.webshop.actions.announcements import announce
from plein.webshop.models import Announcement
from tests.cast import NOON
from tests.webshop.test_announcements import news


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


GOOD = {
    "scheme": "",
    "title": "Dicht met Kerst",
    "text": "Wij betalen niet uit.",
    "starts_on": "01-12-2030",
    "ends_on": "31-12-2030",
}


def test_staff_write_news_for_all_and_for_one_scheme(desk, kindpakket):
    desk.post(url("desk-announcement-new"), GOOD)
    desk.post(url("desk-announcement-new"), GOOD | {"scheme": kindpakket.scheme_id})

    page = desk.get(url("desk-announcements")).content.decode()
    assert {told.scheme for told in Announcement.objects.all()} == {None, kindpakket.scheme}
    assert "Alle aanbieders" in page
    assert "Kindpakket" in page


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": ""}, "‘Kop’"),
        ({"text": " "}, "‘Bericht’"),
        ({"text": "x" * 1001}, "hoogstens 1.000 letters"),
        ({"ends_on": "30-11-2030"}, "niet voor de eerste dag"),
        ({"starts_on": "01-01-2020", "ends_on": "02-01-2020"}, "laatste dag die nog komt"),
        ({"starts_on": "morgen"}, "Deze datum kennen wij niet"),
    ],
)
def test_what_is_not_right_is_said_and_what_was_typed_stays(desk, change, says):
    page = desk.post(url("desk-announcement-new"), GOOD | change)

    assert page.status_code == 422
    assert says in page.content.decode()
    assert "31-12-2030" in page.content.decode() or "ends_on" in change
    assert not Announcement.objects.exists()


def test_news_is_taken_back(desk, bas, de_plons):
    told = announce(news(), by=bas, at=NOON)

    page = desk.post(url("desk-announcement-back", told.pk), follow=True).content.decode()

    assert "teruggehaald" in page
    assert "Haal terug" not in page


def test_who_may_not_review_products_is_kept_out(sam, at_work):
    client = at_work(sam.account, DESK)

    assert client.get(url("desk-announcements")).status_code == 403
    assert client.post(url("desk-announcement-new"), GOOD).status_code == 403


def test_more_news_asks_no_more_queries(desk, bas, kindpakket, django_assert_max_num_queries):
    for _each in range(6):
        announce(news(scheme=kindpakket.scheme), by=bas, at=NOON)

    for name in ("desk-announcements", "desk-announcement-new"):
        with django_assert_max_num_queries(12):
            desk.get(url(name))
