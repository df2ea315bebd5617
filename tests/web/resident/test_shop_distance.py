"""How far it is from home: only when asked, and never for who lives in secret."""

import logging
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from plein.assisted.models import WHY
from plein.audit.models import Look
from plein.gateways.answers import Found
from plein.gateways.brp.client import BrpClient
from plein.gateways.brp.verblijfplaats import Verblijfadres
from plein.gateways.locatieserver.client import LocatieserverClient
from plein.identity.actions import household_of, know_resident
from plein.identity.mandates import invite_helper, take_up_mandate
from plein.identity.models import Role
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.kernel.geo import Point
from plein.vault.actions.freezing import freeze
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.vault.readings import SECRET
from plein.web.doors import DESK
from tests.cast import BSN_OF, NOON, TESTS, TODAY, staff_member
from tests.web.conftest import url
from tests.web.resident.test_shop_map import placed

MOST_QUERIES = 12  # and two that choose the municipality
HOME, NEAR, FAR = Point(52.79622, 6.89674), Point(52.7985, 6.9104), Point(52.7702, 6.9388)
BUTTON, HIDE = "Laat zien hoe ver het van huis is", "Verberg de afstand"
SORRY = "Wij kunnen niet laten zien hoe ver het is."
DOOR = Verblijfadres(postcode="7812ZZ", huisnummer=31)


@pytest.fixture
def registers(monkeypatch):
    """Of whom and where they are asked; both know the home of everybody."""
    asked: list[object] = []

    def door_of(_client, bsn, **_):
        asked.append(bsn.reveal())
        return DOOR

    def find(_client, address, **_):
        asked.append((address.postcode, address.number))
        return Found(HOME)

    monkeypatch.setattr(BrpClient, "door_of", door_of)
    monkeypatch.setattr(LocatieserverClient, "find", find)
    return asked


@pytest.fixture
def shops(kindpakket, lina, grant_for, swimming_lessons, de_plons):
    grant_for(kindpakket, lina)
    placed(de_plons, "A ver", FAR)
    placed(de_plons, "Z dichtbij", NEAR)
    placed(de_plons, "M nergens")


@pytest.fixture
def client(fatima, shops, registers, signed_in):
    return signed_in(fatima)


def page_of(client, **asked):
    return " ".join(client.get(url("shop-map"), asked).content.decode().split())


def asks(client, **given):
    return client.post(url("shop-map-distance"), given, follow=True).content.decode()


def lives_in_secret(resident):
    vault = vault_of(resident, at=NOON)
    keep(vault, [Incoming("geheimhouding", True, marks=(SECRET,))], mode=Mode.SOURCE, at=NOON)


def shows_home(page: str) -> bool:
    return "mo-map__home" in page or "kilometer van huis" in page


def order_of(page: str) -> list[str]:
    return sorted(("A ver", "Z dichtbij", "M nergens"), key=page.index)


def test_nobody_is_asked_before_the_resident_does(client, registers):
    page = page_of(client)

    assert registers == []
    assert BUTTON in page
    assert not shows_home(page)
    assert order_of(page) == ["A ver", "Z dichtbij", "M nergens"]


def test_the_nearest_comes_first_and_what_is_nowhere_last(client, registers):
    asks(client)

    page = page_of(client)

    assert registers == [BSN_OF["fatima"], ("7812ZZ", "31")]
    assert order_of(page) == ["Z dichtbij", "A ver", "M nergens"]
    assert "minder dan 1 kilometer van huis" in page
    assert "ongeveer 4 kilometer van huis" in page
    assert "mo-map__home" in page
    assert HIDE in page


def test_looking_again_asks_nobody_again(client, registers):
    asks(client)
    page_of(client)
    page_of(client)

    assert len(registers) == 2


def test_the_choices_stay_when_the_distance_is_asked(client):
    answer = client.post(url("shop-map-distance") + "?zoek=zwem&bij=Emmen")

    assert answer["Location"] == url("shop-map") + "?zoek=zwem&bij=Emmen"


def test_it_is_forgotten_when_asked(client):
    asks(client)

    page = asks(client, weg="1")

    assert not shows_home(page)
    assert BUTTON in page


def test_no_coordinates_of_home_reach_the_browser_a_log_or_the_database(client, caplog):
    caplog.set_level(logging.DEBUG)
    pages = asks(client) + page_of(client)

    rows = "".join(Session.objects.values_list("session_data", flat=True))
    for trace in ("52.79", "6.89", "7812ZZ", "Proefstraat"):
        assert trace not in pages.replace("52.7985", "")
        assert trace not in rows
    assert "7812ZZ" not in caplog.text


def test_who_lives_in_secret_sees_no_distance_and_nobody_is_asked(client, fatima, registers):
    lives_in_secret(fatima)

    page = asks(client)

    assert registers == []
    assert SORRY in page
    assert not shows_home(page)


def test_an_address_that_becomes_a_secret_is_gone_at_once(client, fatima):
    asks(client)
    lives_in_secret(fatima)

    assert not shows_home(page_of(client))


def test_with_the_distance_there_are_few_queries_too(client, django_assert_max_num_queries):
    asks(client)

    with django_assert_max_num_queries(MOST_QUERIES + 2):
        page_of(client)


def test_without_a_register_there_is_no_button_and_no_way_round_it(client, settings, registers):
    settings.LOCATIESERVER_URL = ""

    assert BUTTON not in page_of(client)
    assert client.post(url("shop-map-distance")).status_code == 403
    assert registers == []


@pytest.fixture
def helped_by_katja(fatima, shops, registers, signed_in):
    """Katja in the shop of Fatima, with these parts."""

    def begin(*parts):
        katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
        household_of(katja, at=NOON, day=TODAY, name="Katja")
        at = timezone.now()
        until = local_day(at) + timedelta(days=30)
        _made, code = invite_helper(fatima, parts, label="de buurvrouw", until=until, at=at)
        mandate = take_up_mandate(katja, code, at=at)
        client = signed_in(katja)
        client.post(url("acting-shop", mandate.pk))
        return client

    return begin


def test_a_helper_without_the_address_sees_no_distance(helped_by_katja, registers):
    client = helped_by_katja("winkel")

    assert BUTTON not in page_of(client)
    assert client.post(url("shop-map-distance")).status_code == 403
    assert registers == []


def test_a_helper_who_may_see_the_address_sees_how_far_it_is_for_the_giver(
    helped_by_katja, registers, fatima
):
    client = helped_by_katja("winkel", "wonen")

    asks(client)

    assert registers[0] == BSN_OF["fatima"]
    assert shows_home(page_of(client))
    assert Look.objects.filter(subject=fatima.pk, elements=["adres"], activity="helpen@1").exists()


def test_a_helper_is_not_told_that_an_address_is_secret(helped_by_katja, registers, fatima):
    client = helped_by_katja("winkel", "wonen")
    lives_in_secret(fatima)

    page = asks(client)

    assert registers == []
    assert SORRY in page
    assert "geheim" not in page
    assert not shows_home(page)


def test_a_freeze_keeps_a_helper_from_the_distance(helped_by_katja, registers, fatima):
    client = helped_by_katja("winkel", "wonen")
    asks(client)
    freeze(vault_of(fatima, at=NOON), by=fatima.actor, at=timezone.now())

    assert not shows_home(page_of(client))


def test_the_own_home_of_a_helper_is_not_that_of_the_giver(helped_by_katja, registers):
    client = helped_by_katja("winkel", "wonen")
    client.post(url("acting-done"))
    registers.clear()

    assert not shows_home(page_of(client))


@pytest.fixture
def together(emmen, fatima, shops, registers, at_work):
    els = staff_member("els", Role.DESK)
    desk = at_work(els.account, DESK)
    given = {"bsn": BSN_OF["fatima"], "channel": "balie", "proof": "paspoort"}
    desk.post(reverse("desk-together", "plein.web.desk.urls"), given)
    return desk


def test_at_the_desk_it_is_the_home_of_who_orders_and_the_look_is_logged(
    together, registers, fatima
):
    asks(together)

    assert registers[0] == BSN_OF["fatima"]
    assert shows_home(page_of(together))
    assert Look.objects.filter(subject=fatima.pk, elements=["adres"], purpose=WHY.why).exists()


def test_at_the_desk_a_secret_address_is_a_secret_too(together, registers, fatima):
    lives_in_secret(fatima)

    assert SORRY in asks(together)
    assert registers == []
    assert not shows_home(page_of(together))
