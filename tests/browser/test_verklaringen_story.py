"""A resident without a wallet shows a shop that a pass is valid; another fetches a PID."""

import pytest
from django.db import transaction
from django.utils import timezone

from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.queries import find_resident
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.web.qr import qr_data_url
from tests.browser.axe import problems_on
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def known(site):
    """The municipality knows of Fatima's pass."""
    at = timezone.now()
    values = {
        "minimabudgetten": [{"naam": "Meedoenpas", "pas": True}],
        "gemeente_inschrijving": {"code": "0114", "omschrijving": "Emmen"},
        "geboortedatum": "1988-05-03",
        "naam_voornamen": "Fatima",
        "ww_bruto": 148_205,
        "ww_begin": "2026-02-01",
    }
    with within(Municipality.objects.get(slug="emmen")), transaction.atomic():
        vault = vault_of(find_resident(load_cast()["fatima"].bsn), at=at)
        incoming = [Incoming(key, value) for key, value in values.items()]
        keep(vault, incoming, mode=Mode.SOURCE, at=at)


def make_pasbewijs(resident: Visitor) -> None:
    page = resident.open("/gegevens/")
    page.get_by_role("link", name="Mijn verklaringen").click()
    page.get_by_label("Pasbewijs").check()
    page.get_by_role("button", name="Bekijk wat erin komt").click()
    page.get_by_role("button", name="Maak deze verklaring").click()


def make_code(resident: Visitor) -> str:
    resident.page.get_by_role("button", name="Maak een code om te tonen").click()
    return resident.page.locator(".mo-code__letters").inner_text()


def check(shop: Visitor, code: str) -> str:
    page = shop.open("/controleren/")
    page.get_by_label("Code van de klant").fill(code)
    page.get_by_role("button", name="Controleer").click()
    return page.locator("main").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_shop_checks_a_pasbewijs_once_until_the_resident_stops_it(visitor, known, scripts):
    fatima, shop = visitor(width=360, scripts=scripts), visitor(width=360, scripts=scripts)
    fatima.sign_in_with_digid("Fatima")
    make_pasbewijs(fatima)
    code = make_code(fatima)

    seen = check(shop, code)
    assert "Geldig: ja" in seen
    assert "Pas is geldig" in seen
    assert "Fatima" not in seen
    assert "18 jaar" not in seen

    assert "al een keer gebruikt" in check(shop, code)

    fatima.page.get_by_role("link", name="Terug naar uw verklaring").click()
    another = make_code(fatima)
    fatima.page.get_by_role("link", name="Terug naar uw verklaring").click()
    fatima.page.get_by_text("Stop voorgoed").click()
    fatima.page.get_by_role("button", name="Ja, stop deze verklaring").click()
    assert "Geldig: nee" in check(shop, another)


def test_the_picture_is_the_address_of_the_check_page(visitor, known):
    fatima, shop = visitor(), visitor()
    fatima.sign_in_with_digid("Fatima")
    make_pasbewijs(fatima)
    code = make_code(fatima)
    address = fatima.site.address(f"/controleren/?code={code}")

    picture = fatima.page.locator(".mo-code__qr img").get_attribute("src")
    assert picture == qr_data_url(address)

    shop.page.goto(address)
    shop.page.get_by_role("button", name="Controleer").click()
    assert "Geldig: ja" in shop.page.locator("main").inner_text()


def test_each_page_is_for_everybody(visitor, known):
    fatima, shop = visitor(width=360), visitor(width=360)
    fatima.sign_in_with_digid("Fatima")
    problems = []

    def look(one: Visitor, name: str) -> None:
        problems.extend(problems_on(one.page, name))

    fatima.open("/gegevens/")
    look(fatima, "gegevens")
    fatima.open("/gegevens/wallet/")
    look(fatima, "wallet")
    fatima.open("/gegevens/verklaringen/")
    fatima.page.get_by_role("button", name="Bekijk wat erin komt").click()
    look(fatima, "kiezen-fout")
    fatima.page.get_by_label("Inwonerverklaring").check()
    fatima.page.get_by_role("button", name="Bekijk wat erin komt").click()
    look(fatima, "maken")
    fatima.page.get_by_role("button", name="Maak deze verklaring").click()
    look(fatima, "verklaring")
    code = make_code(fatima)
    look(fatima, "code")
    shop.open("/controleren/")
    look(shop, "controleren")
    check(shop, "ABCD-EFGH")
    look(shop, "controleren-fout")
    check(shop, code)
    look(shop, "geldig-ja")
    fatima.page.reload()
    look(fatima, "code-gebruikt")
    fatima.page.get_by_role("link", name="Naar uw verklaring", exact=True).click()
    another = make_code(fatima)
    fatima.page.go_back()
    fatima.page.get_by_role("button", name="Zet stil").click()
    look(fatima, "staat-stil")
    check(shop, another)
    look(shop, "geldig-nee")
    fatima.open("/gegevens/verklaringen/")
    look(fatima, "lijst")

    assert problems == []


def test_a_pid_comes_from_the_wallet_of_the_resident_and_of_nobody_else(visitor):
    katja = visitor(width=360)
    page = katja.sign_in_with_digid("Katja")

    def fetch(person: str) -> str:
        katja.open("/gegevens/wallet/")
        page.locator("main").get_by_role("link", name="aal").last.click()
        page.get_by_role("button", name=person).first.click()
        page.wait_for_url("**/gegevens/wallet/")
        return page.locator("main").inner_text()

    assert "Deze wallet is niet van u" in fetch("Fatima")
    assert "Gelukt" in fetch("Katja")
    assert "Opgehaald op" in page.locator("main").inner_text()
