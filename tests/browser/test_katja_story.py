"""Katja from her aanvraag to the last term of a debt, in the browser, over eleven months.

The clock of the site is that of the story. Every amount was worked out by hand: how stands in
tests/payments/test_life_of_katja.py, where the same life is lived without a browser.
"""

import pytest

from tests.browser.axe import problems_on
from tests.browser.benefit_desk import Desk, moment, month
from tests.browser.site_of_then import site_of
from tests.browser.test_bijstand_story import collects, confirms, decides, fills_in

pytestmark = [pytest.mark.browser, pytest.mark.long]
BEGINS = moment(2026, 7, 20)


@pytest.fixture(scope="module")
def site(request, tmp_path_factory):
    """A Plein of its own, on which it is July 2026."""
    with site_of(BEGINS, request, tmp_path_factory.mktemp("katja")) as site:
        yield site


@pytest.fixture
def desk(visitor, site):
    return Desk(visitor, site)


@pytest.fixture
def katja(visitor):
    return visitor(width=360)


def test_from_the_decision_to_the_last_term_of_a_debt(katja, desk):
    applies(katja)
    number = gets_an_advance(desk)

    # 16 of 31 days: 1,419.46 x 16 / 31 = 732.62; 95% = 695.99; 95% of that = 661.19
    assert desk.pay(month(2026, 7), moment(2026, 7, 22), number, only_due=True) == "€ 661,19"
    assert "€ 661,19" in sees(katja)

    desk.travel_to(moment(2026, 8, 20))
    gets_the_decision(desk)

    # The advance goes off: 695.99 - 661.19. Then a whole month, 95% of 1,419.46
    assert desk.pay(month(2026, 7), moment(2026, 8, 25), number) == "€ 34,80"
    assert desk.pay(month(2026, 8), moment(2026, 9, 4), number) == "€ 1.348,49"

    # 16 hours of work: a quarter of 1,080.00 is hers, 810.00 counts; 95% of 609.46
    desk.travel_to(moment(2026, 9, 20))
    desk.lives_otherwise(number, "01-09-2026", decided="eerste regeling")
    desk.travel_to(moment(2026, 10, 1))
    assert "€ 578,99" in tells_wage(katja, "2026-09", "1000")
    assert desk.pay(month(2026, 9), moment(2026, 10, 5), number) == "€ 578,99"
    words = sees(katja)
    assert "€ 810,00" in words
    assert "Van uw loon telt € 270,00 niet mee." in words

    desk.travel_to(moment(2026, 11, 1))
    assert "€ 1.348,49" in tells_wage(katja, "2026-10", "0")
    assert desk.pay(month(2026, 10), moment(2026, 11, 4), number) == "€ 1.348,49"

    # Her brother of 30 turns out to live with her since 16 October: 1,348.49 - 1,149.63 too much
    desk.travel_to(moment(2026, 12, 1))
    words = desk.lives_otherwise(number, "16-10-2026", others="1")
    assert "1 maand die al betaald was, komt er nu anders uit." in words
    assert "€ 198,86" in words
    tells_wage(katja, "2026-11", "0")
    assert desk.pay(month(2026, 11), moment(2026, 12, 4), number) == "€ 963,21"

    # Never more than 5% of 1,013.90; she proposes 40.00 herself
    desk.travel_to(moment(2026, 12, 9))
    debt = desk.asks_back(number, "Uw broer woont bij u.")
    assert "ten hoogste € 50,69" in refused(katja, "60")
    proposes_terms(katja, "40")
    desk.agrees(debt)
    assert desk.pay(month(2026, 12), moment(2027, 1, 5), number) == "€ 923,21"
    assert "U betaalt nog € 158,86 terug" in owes(katja)

    # The months between as the demo pays them. 198.86 - 4 x 40.00 leaves 38.86 for the last
    paid = [
        desk.pay_quickly(month(2027, each), moment(2027, each + 1, 5), number)
        for each in (1, 2, 3, 4)
    ]
    assert paid == [92_321, 92_321, 92_321, 96_321 - 3_886]

    # June: 36.63 + 70.97 + 30.47 + 60.51 + 7 x 50.69 = 553.41, on top of 963.21
    assert desk.pay(month(2027, 5), moment(2027, 6, 3), number) == "€ 1.516,62"
    words = sees(katja)
    assert "Vakantietoeslag" in words
    assert "€ 553,41" in words
    assert "Alles is betaald" in owes(katja)


def applies(katja):
    katja.sign_in_with_digid("Katja")
    collects(katja)
    page = katja.open("/aanvragen/nieuw/bijstand/")
    page.get_by_role("button", name="Begin").click()
    fills_in(page)
    page.get_by_role("button", name="Verstuur mijn aanvraag").click()
    assert page.get_by_role("heading", name="Wij hebben uw aanvraag ontvangen").is_visible()


def gets_an_advance(desk) -> str:
    """Before anybody decided; the number of the aanvraag, which is that of the benefit."""
    work = desk.of("sam").open("/medewerkers/aanvragen/?kies=nieuw")
    work.get_by_role("link", name="Bijstand", exact=True).click()
    work.get_by_role("button", name="Pak op").click()
    work.get_by_text("Stel een besluit voor").click()
    work.get_by_role("link", name="Geef eerst een voorschot").click()
    number = starts(work)
    work.get_by_role("button", name="Zet het voorschot klaar").click()
    assert work.get_by_text("Het voorschot staat klaar.").is_visible()
    return number


def starts(work) -> str:
    """On the account that she told; what the vault does not know, staff fill in."""
    account = work.get_by_label("Rekeningnummer").input_value()
    assert account.replace(" ", "") == "NL91ABNA0417164300"
    work.get_by_label("Vanaf welke dag?").fill("16-07-2026")
    work.get_by_label("Het inkomen wisselt").check()
    look(work, "katja-start")
    return work.locator(".mo-pagehead__kicker").first.inner_text().split()[-1]


def gets_the_decision(desk):
    work = desk.of("sam").open("/medewerkers/aanvragen/")
    work.get_by_role("link", name="Bijstand", exact=True).first.click()
    case = work.url
    decides(work)
    confirms(desk.of("noor"))
    work.goto(case)
    work.get_by_role("link", name="Start de uitkering").click()
    starts(work)
    work.get_by_role("button", name="Start de uitkering").click()
    assert work.get_by_text("De uitkering is gestart.").is_visible()


def tells_wage(katja, of: str, amount: str) -> str:
    """What she reads before she sends it."""
    at_home(katja)
    page = katja.open(f"/uitkering/opgave/{of}/")
    page.get_by_text("Nee, er is iets anders").click()
    page.get_by_label("Loon, na belasting").fill(amount)
    look(page, "katja-opgave")
    page.get_by_role("button", name="Kijk wat dit doet").click()
    words = plain(page)
    look(page, "katja-opgave-controle")
    page.get_by_role("button", name="Geef mijn inkomen door").click()
    return words


def sees(katja) -> str:
    at_home(katja)
    page = katja.open("/uitkering/")
    look(page, "katja-uitkering")
    return plain(page)


def owes(katja) -> str:
    at_home(katja)
    page = katja.open("/terugbetalen/")
    page.get_by_role("main").get_by_role("link").first.click()
    look(page, "katja-terugbetalen")
    return plain(page)


def refused(katja, amount: str) -> str:
    owes(katja)
    katja.page.get_by_label("Wat kunt u elke maand betalen?").fill(amount)
    katja.page.get_by_role("button", name="Stel dit voor").click()
    assert katja.page.get_by_label("Wat kunt u elke maand betalen?").input_value() == amount
    return plain(katja.page)


def proposes_terms(katja, amount: str) -> None:
    katja.page.get_by_label("Wat kunt u elke maand betalen?").fill(amount)
    katja.page.get_by_role("button", name="Stel dit voor").click()
    assert katja.page.get_by_text("Uw voorstel is verstuurd.").is_visible()


def at_home(katja) -> None:
    """Signed in, also when that was months ago."""
    if not katja.open("/").url.endswith("/overzicht/"):
        katja.sign_in_with_digid("Katja")


def plain(page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def look(page, name):
    assert problems_on(page, name) == []
