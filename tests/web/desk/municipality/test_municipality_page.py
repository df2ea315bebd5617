"""Beheer gemeente: Wim sets all of it, Bas the texts, and nobody else finds it."""

import pytest

from plein.identity.models import Account, Role, Staff
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.web.desk.municipality.conftest import DRAWING, STYLE, acts, html, upload, url, words

PAGES = ["desk-municipality", "desk-style", "desk-logo", "desk-texts", "desk-modules"]


@pytest.mark.parametrize("name", PAGES)
def test_wim_opens_every_page_and_each_takes_few_queries(desk, name, django_assert_max_num_queries):
    for _change in range(9):
        desk.post(url("desk-style"), STYLE | {"bewaar": ""})

    with django_assert_max_num_queries(12):
        assert desk.get(url(name)).status_code == 200


def test_a_scheme_manager_sees_only_texts(bas, at_work):
    desk = at_work(bas.account, DESK)

    page = html(desk.get(url("desk-municipality")))
    assert url("desk-texts") in page
    for name in ("desk-style", "desk-logo", "desk-modules"):
        assert url(name) not in page
        assert desk.get(url(name)).status_code == 403
    assert desk.get(url("desk-texts")).status_code == 200


@pytest.mark.parametrize(
    ("name", "args"),
    [("desk-style", []), ("desk-logo", []), ("desk-logo-remove", []), ("desk-module", ["winkel"])],
)
def test_a_scheme_manager_changes_nothing_else(bas, at_work, name, args):
    desk = at_work(bas.account, DESK)

    sent = desk.post(url(name, *args), STYLE | {"bewaar": ""} | upload(DRAWING))

    assert sent.status_code == 403
    assert acts() == []


def test_a_scheme_manager_does_not_read_what_happened_to_the_rest(bas, wim, at_work):
    at_work(wim.account, DESK).post(url("desk-style"), STYLE | {"bewaar": ""})
    desk = at_work(bas.account, DESK)
    desk.post(url("desk-texts"), words(help="Kom langs."))

    page = html(desk.get(url("desk-municipality")))

    assert "Teksten of contact gewijzigd" in page
    assert "Huisstijl gewijzigd" not in page


@pytest.mark.parametrize("name", PAGES)
def test_a_consulent_finds_none_of_it(sam, at_work, name):
    desk = at_work(sam.account, DESK)

    assert desk.get(url(name)).status_code == 403
    assert url("desk-municipality") not in html(desk.get(url("desk-home")))


def test_the_way_there_stands_in_the_navigation_and_on_the_home_page(desk, bas, at_work):
    for worker in (desk, at_work(bas.account, DESK)):
        assert html(worker.get(url("desk-home"))).count(f'href="{url("desk-municipality")}"') == 2


def test_the_overview_says_which_team_changed_what_and_no_names(desk, wim):
    desk.post(url("desk-style"), STYLE | {"bewaar": ""})
    desk.post(url("desk-module", "winkel"), {"uit": ""})

    page = html(desk.get(url("desk-municipality")))

    assert page.index("Module uitgezet") < page.index("Huisstijl gewijzigd")
    assert page.count("Team Minima") == 2
    assert wim.account.name not in page


def test_the_overview_of_buren_says_nothing_of_emmen(desk, buren, at_work):
    desk.post(url("desk-style"), STYLE | {"bewaar": ""})
    with within(buren):
        account = Account.objects.create_user("wim@buren.example", name="Wim")
        roles = [Role.MUNICIPALITY_MANAGER]
        Staff.objects.create(account=account, team="Team Buren", roles=roles)
        theirs = at_work(account, DESK)
        theirs.defaults["HTTP_HOST"] = buren.host

        assert "Er is nog niets gewijzigd." in html(theirs.get(url("desk-municipality")))
