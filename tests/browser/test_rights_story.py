"""The rights on screen: a report that goes all the way, a helper who comes and goes, one ZIP."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.mandates import register_guardian
from plein.identity.queries import find_resident
from plein.kernel.actor import system
from plein.kernel.clock import local_day
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.kin import know_children
from plein.vault.actions.opening import vault_of
from plein.vault.exporting.manifest import problems
from plein.vault.models import Mode
from plein.vault.receipts import public_keys
from plein.vault.sources.asking import Kin
from tests.browser.axe import problems_on
from tests.browser.visitor import Visitor, sign_in_to_work

pytestmark = pytest.mark.browser
VALUES = {
    "naam_voornamen": "Katja",
    "ww_bruto": 148_200,
    "ww_einde_max": "2027-02-05",
    "huurtoeslag": 30_000,
    "adres": {"straat": "Voorbeeldlaan", "huisnummer": "18", "woonplaats": "Emmen"},
    "kinderen": [{"voornaam": "Evi", "geboortedatum": "2017-04-23"}],
    "schuld_toeslagen": [{"waarvoor": "Kinderopvangtoeslag", "nog_te_betalen": 48_000}],
}


@pytest.fixture(scope="module")
def known(site):
    """The sources have answered about Katja."""
    at = timezone.now()
    with within(Municipality.objects.get(slug="emmen")), transaction.atomic():
        vault = vault_of(find_resident(load_cast()["katja"].bsn), at=at)
        keep(vault, [Incoming(*each) for each in VALUES.items()], mode=Mode.SOURCE, at=at)


def keys_of_emmen():
    with within(Municipality.objects.get(slug="emmen")):
        return public_keys()


def report_the_ww(resident: Visitor) -> None:
    page = resident.open("/gegevens/over/geld/")
    page.get_by_role("link", name="WW bruto per maand").click()
    page.get_by_role("link", name="Klopt dit niet?").click()
    page.get_by_label("Wat moet het zijn?").fill("Ik krijg 1600 euro per maand.")
    page.get_by_role("button", name="Verstuur mijn melding").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_report_is_passed_on_refused_and_disagreed_with(visitor, known, scripts):
    katja, els = visitor(width=360, scripts=scripts), visitor()
    page = katja.sign_in_with_digid("Katja")
    report_the_ww(katja)
    assert "Wij sturen uw melding door." in page.locator("main").inner_text()
    assert "U hebt gemeld dat dit niet klopt." in katja.open("/gegevens/over/geld/").content()

    desk = sign_in_to_work(els, "els", "medewerkers").page
    desk.get_by_role("link", name="Meldingen over gegevens die niet kloppen").click()
    desk.get_by_role("link", name="WW bruto per maand").click()
    assert "Ik krijg 1600 euro per maand." in desk.locator("main").inner_text()
    desk.get_by_role("button", name="Ik heb het doorgestuurd").click()
    desk.get_by_label("Waarom wordt het niet aangepast?").fill("UWV zegt dat het bedrag klopt.")
    desk.get_by_role("button", name="Niet aangepast").click()

    katja.open("/gegevens/meldingen/")
    page.get_by_role("link", name="WW bruto per maand").first.click()
    assert "UWV zegt dat het bedrag klopt." in page.locator("main").inner_text()
    page.get_by_role("button", name="Ik ben het er niet mee eens").click()
    assert "Wij kijken er nog een keer naar." in page.locator("main").inner_text()
    assert "Inwoner is het niet eens" in els.open("/medewerkers/meldingen/").content()
    page.get_by_text("Toch niet nodig?").click()
    page.get_by_role("button", name="Trek mijn melding in").click()
    assert "Ingetrokken" in page.locator("main").inner_text()


def test_a_helper_comes_with_a_code_and_is_gone_at_once(visitor, known):
    katja, fatima = visitor(width=360), visitor(width=360)
    page = katja.sign_in_with_digid("Katja")
    code = invite(katja)
    helper = fatima.sign_in_with_digid("Fatima")
    fatima.open("/gegevens/ik-help/")
    helper.get_by_label("Code van wie u helpt").fill(code)
    helper.get_by_role("button", name="Ga helpen").click()
    assert "U kijkt bij: buurvrouw Katja" in helper.locator("main").inner_text()
    helper.get_by_role("link", name="Geld").click()
    assert "1.482,00" in helper.locator("main").inner_text()

    katja.open("/gegevens/helpers/")
    page.get_by_role("button", name="Stop nu").click()

    helper.reload()
    assert "Het helpen is gestopt." in helper.locator("main").inner_text()
    assert "1.482,00" not in helper.content()
    assert "Uw helper bekeek" in katja.open("/gegevens/wie-keek/").content()


def invite(resident: Visitor) -> str:
    page = resident.open("/gegevens/helpers/")
    page.get_by_role("link", name="Laat iemand mij helpen").click()
    page.get_by_label("Geld", exact=True).check()
    page.get_by_label("Hoe noemt uw helper u?").fill("buurvrouw Katja")
    until = local_day(timezone.now()) + timedelta(days=30)
    page.get_by_label("Tot welke dag?").fill(until.strftime("%d-%m-%Y"))
    page.get_by_role("button", name="Maak een code").click()
    return page.locator(".mo-code__letters").inner_text()


def test_mevrouw_de_vries_looks_after_piet(visitor):
    de_vries = visitor()
    page = de_vries.sign_in_with_digid("Bewindvoerder van Piet")
    de_vries.open("/gegevens/ik-help/")

    page.get_by_role("link", name="Piet").click()
    page.get_by_role("link", name="Schulden").click()

    assert "Energiebedrijf De Proef" in page.locator("main").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_everything_comes_in_one_zip_that_can_be_checked(visitor, known, scripts):
    katja = visitor(width=360, scripts=scripts)
    page = katja.sign_in_with_digid("Katja")
    katja.open("/gegevens/meenemen/")
    page.get_by_role("button", name="Maak mijn bestand").click()
    link = page.get_by_role("link", name="Download mijn gegevens")
    if scripts:
        link.wait_for(timeout=60_000)
    else:
        until_there(page, link)

    with page.expect_download() as waiting:
        link.click()

    package = waiting.value.path().read_bytes()
    assert problems(package, keys_of_emmen()) == []
    assert waiting.value.suggested_filename.startswith("mijn-gegevens-")


def until_there(page, link) -> None:
    """Without scripts one looks again by the link."""
    for _ in range(60):
        if link.count():
            return
        page.wait_for_timeout(1000)
        page.get_by_role("link", name="Kijk of het klaar is").click()


@pytest.fixture(scope="module")
def evi(known):
    """A child of Katja with a vault of her own, and a bewindvoerder of Katja's neighbour."""
    at = timezone.now()
    cast = load_cast()
    with within(Municipality.objects.get(slug="emmen")), transaction.atomic():
        katja, fatima = (find_resident(cast[name].bsn) for name in ("katja", "fatima"))
        vault = vault_of(find_resident(cast["piet"].bsn), at=at)
        born = local_day(at) - timedelta(days=16 * 365 + 40)
        know_children(katja, [Kin(cast["piet"].bsn, born, has_authority=True)], at=at)
        register_guardian(
            katja,
            fatima,
            ["geld", "schulden", "wonen"],
            label="Katja",
            until=local_day(at) + timedelta(days=90),
            by=system("verhaal"),
            at=at,
        )
        return vault.pk


class Look:
    """What axe and the eye find on each page that somebody comes by."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def at(self, one: Visitor, name: str, path: str = "") -> None:
        if path:
            one.open(path)
        self.problems += problems_on(one.page, name)


@pytest.fixture
def look():
    return Look()


def test_reporting_is_for_everybody(visitor, look, known):
    katja, els = visitor(width=360), visitor()
    page = katja.sign_in_with_digid("Katja")

    look.at(katja, "gegevens", "/gegevens/")
    look.at(katja, "gegeven", "/gegevens/gegeven/huurtoeslag/")
    page.get_by_role("link", name="Klopt dit niet?").click()
    look.at(katja, "melden")
    page.get_by_role("button", name="Verstuur mijn melding").click()
    look.at(katja, "melden-fout")
    page.get_by_label("Wat moet het zijn?").fill("Het is 310 euro.")
    page.get_by_role("button", name="Verstuur mijn melding").click()
    look.at(katja, "melding")
    look.at(katja, "gegeven-betwist", "/gegevens/gegeven/huurtoeslag/")
    look.at(katja, "meldingen", "/gegevens/meldingen/")
    sign_in_to_work(els, "els", "medewerkers")
    look.at(els, "balie-meldingen", "/medewerkers/meldingen/")
    els.page.get_by_role("link", name="Huurtoeslag per maand").click()
    look.at(els, "balie-melding")
    els.page.get_by_role("button", name="Ik heb het doorgestuurd").click()
    els.page.get_by_role("button", name="Niet aangepast").click()
    look.at(els, "balie-melding-fout")
    els.page.get_by_role("button", name="Het is aangepast").click()
    look.at(els, "balie-leeg")
    katja.open("/gegevens/meldingen/")
    page.get_by_role("link", name="Huurtoeslag per maand").first.click()
    look.at(katja, "melding-klaar")

    assert look.problems == []


def test_taking_along_and_erasing_are_for_everybody(visitor, look, known):
    katja, femke = visitor(width=360), visitor()
    page = katja.sign_in_with_digid("Katja")

    look.at(katja, "meenemen", "/gegevens/meenemen/")
    page.get_by_role("button", name="Maak mijn bestand").click()
    look.at(katja, "bestand-wacht")
    page.get_by_role("link", name="Download mijn gegevens").wait_for(timeout=60_000)
    look.at(katja, "bestand-klaar")
    look.at(katja, "meenemen-klaar", "/gegevens/meenemen/")
    look.at(katja, "wissen", "/gegevens/wissen/")
    page.get_by_role("button", name="Ja, wis al mijn gegevens").click()
    look.at(katja, "wissen-gevraagd")
    sign_in_to_work(femke, "femke", "medewerkers")
    look.at(femke, "fg-werk", "/medewerkers/")
    look.at(femke, "fg-wissen", "/medewerkers/wissen/")
    femke.page.get_by_role("link", name="Gevraagd op").first.click()
    look.at(femke, "fg-verzoek")
    katja.open("/gegevens/wissen/")
    page.get_by_role("button", name="Nee, wis niets").click()

    assert look.problems == []


def test_helping_and_parents_are_for_everybody(visitor, look, evi):
    katja, fatima = visitor(width=360), visitor(width=360)
    page = katja.sign_in_with_digid("Katja")
    helper = fatima.sign_in_with_digid("Fatima")

    look.at(katja, "helper-nieuw", "/gegevens/helpers/nieuw/")
    page.get_by_role("button", name="Maak een code").click()
    look.at(katja, "helper-nieuw-fout")
    invite(katja)
    look.at(katja, "helper-code")
    look.at(katja, "helpers", "/gegevens/helpers/")
    look.at(katja, "kinderen", "/gegevens/kinderen/")
    look.at(katja, "kind", f"/gegevens/kinderen/{evi}/")
    look.at(katja, "kind-wonen", f"/gegevens/kinderen/{evi}/wonen/")
    look.at(fatima, "ik-help", "/gegevens/ik-help/")
    helper.get_by_role("link", name="Katja").first.click()
    look.at(fatima, "helpt")
    helper.get_by_role("link", name="Geld").click()
    look.at(fatima, "helpt-geld")

    assert look.problems == []
