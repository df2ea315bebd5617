"""What is switched off is gone for everybody, and comes back as it was."""

import re

from plein.tenants.models import Module
from plein.web.doors import PROVIDER
from tests.web.desk.municipality.conftest import acts, html, url
from tests.webshop.conftest import order


def test_a_shop_that_is_switched_off_is_gone_and_comes_back(
    desk, anybody, fatima, lina, grant_for, kindpakket, signed_in, yara, at_work
):
    grant_for(kindpakket, lina)
    resident, shop = signed_in(fatima), at_work(yara.account, PROVIDER)
    places = ["/winkel/", "/mandje/", "/bestellingen/"]
    assert {resident.get(path).status_code for path in places} == {200}
    assert shop.get("/aanbieders/").status_code == 200

    desk.post(url("desk-module", "winkel"), {"uit": ""})

    overview = html(resident.get("/overzicht/"))
    assert {resident.get(path).status_code for path in places} == {404}
    assert {shop.get(f"/aanbieders/{path}").status_code for path in ("", "kassa/")} == {404}
    assert not re.search(r'href="/(winkel|mandje|bestellingen)', overview)
    assert "Mijn budget" in overview
    assert "winkel" not in html(anybody.get("/hulp/")).lower()
    assert "/aanbieders/" not in html(anybody.get("/"))

    desk.post(url("desk-module", "winkel"), {"aan": ""})

    assert {resident.get(path).status_code for path in places} == {200}
    assert 'href="/winkel/' in html(resident.get("/overzicht/"))
    assert acts() == ["tenants.module.switched_off", "tenants.module.switched_on"]


def test_before_a_shop_is_switched_off_we_say_what_waits(
    desk, fatima, lina, kindpakket, swimming_lessons, grant_for
):
    assert "om op te halen" not in html(desk.get(url("desk-modules")))
    order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina)))

    assert "Er wacht nu 1 bestelling om op te halen." in html(desk.get(url("desk-modules")))


def test_another_municipality_keeps_its_shop(desk, buren):
    desk.post(url("desk-module", "winkel"), {"uit": ""})

    buren.refresh_from_db()
    assert Module.WEBSHOP in buren.modules


def test_a_module_that_does_not_exist_is_not_there(desk):
    assert desk.post(url("desk-module", "tapijt"), {"uit": ""}).status_code == 404
    assert desk.get(url("desk-module", "winkel")).status_code == 405
    assert acts() == []
