"""Katja asks for bijstand on her phone: what is known is not asked, and two people decide."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
GIVEN = {
    "samen": "nee",
    "werken_lukt": "ja",
    "opvang": "nodig",
    "ander_inkomen": "nee",
    "kinderalimentatie": "0",
    "partneralimentatie": "0",
    "woonlasten": "620",
    "saldi": "410",
    "bezit": "nee",
    "schulden": "0",
    "beslag": "nee",
    "rekening": "NL91 ABNA 0417 1643 00",
}


def test_katja_tells_12_things_confirms_9_and_reads_what_two_people_decided(visitor):
    katja = visitor(width=360)
    katja.sign_in_with_digid("Katja")
    collects(katja)
    page = katja.open("/aanvragen/nieuw/bijstand/")
    look(page, "bijstand-begin")
    page.get_by_role("button", name="Begin").click()

    told, confirmed, pages = fills_in(page)

    assert (told, confirmed) == (set(GIVEN), 9)
    assert pages == 8
    page.get_by_role("button", name="Verstuur mijn aanvraag").click()
    assert page.get_by_role("heading", name="Wij hebben uw aanvraag ontvangen").is_visible()
    look(page, "bijstand-ontvangen")
    page.get_by_role("link", name="Volg uw aanvraag").click()
    assert page.get_by_role("link", name="Maak uw cv").is_visible()
    look(page, "bijstand-opdrachten")

    proposes(sign_in_to_work(visitor(), "sam", "medewerkers"))
    page.reload()
    assert not page.get_by_role("heading", name="U krijgt bijstand").count()
    confirms(sign_in_to_work(visitor(), "noor", "medewerkers"))

    until_the_letter_is_there(page)
    assert page.get_by_role("heading", name="U krijgt bijstand").is_visible()
    look(page, "bijstand-besloten")
    assert page.get_by_text("Brief met ons besluit").first.is_visible()


def until_the_letter_is_there(page):
    """It is made in the background, within seconds."""
    for _ in range(20):
        page.reload()
        if page.get_by_text("Brief met ons besluit").count():
            return
        page.wait_for_timeout(500)


def collects(katja):
    page = katja.open("/gegevens/")
    page.get_by_role("button", name="Haal mijn gegevens op").click()
    page.get_by_text("Klaar. Alle 12 organisaties zijn gevraagd.").wait_for()


def fills_in(page):
    """Step by step, until the check: the keys of what was told, how much was confirmed, pages."""
    told, confirmed, pages = set(), 0, 0
    while not page.get_by_role("button", name="Verstuur mijn aanvraag").count():
        pages += 1
        assert pages < 20, page.url
        look(page, f"bijstand-{pages}")
        for right in page.locator("input[name^=right_][value=klopt]").all():
            right.check()
            confirmed += 1
        for says in page.locator("input[name^=says_][aria-required=true]").all():
            says.fill("Niets")
            confirmed += 1
        told |= {key for key, value in GIVEN.items() if answers(page, key, value)}
        page.get_by_role("button", name="Verder").click()
    look(page, "bijstand-controle")
    return told, confirmed, pages


def answers(page, key, value):
    fields = page.locator(f"#invullen [name={key}]")
    if not fields.count():
        return False
    if fields.first.get_attribute("type") == "radio":
        page.locator(f"#invullen [name={key}][value={value}]").check()
    else:
        fields.first.fill(value)
    return True


def proposes(sam):
    work = sam.open("/medewerkers/aanvragen/?kies=nieuw")
    work.get_by_role("link", name="Bijstand", exact=True).click()
    work.get_by_role("button", name="Pak op").click()
    decides(work)


def decides(work):
    """With advice of the rules beside it; a colleague confirms."""
    work.get_by_text("Stel een besluit voor").click()
    work.get_by_role("button", name="Vraag advies aan de regels").click()
    look(work, "bijstand-advies")
    form = work.locator("#besluit form").last
    form.get_by_label("U krijgt bijstand", exact=True).check()
    form.get_by_label("Waarom?", exact=True).fill("U hebt te weinig geld om van te leven.")
    form.get_by_label("Waarom is uw besluit anders").fill("Wij hebben met haar gesproken.")
    form.get_by_label("Hoeveel geld?").fill("1348,49")
    form.get_by_role("button", name="Stel dit voor").click()
    look(work, "bijstand-voorgesteld")


def confirms(noor):
    work = noor.open("/medewerkers/aanvragen/?kies=tweede-blik")
    work.get_by_role("link", name="Bijstand", exact=True).click()
    work.get_by_role("button", name="Bevestig dit besluit").click()
    assert work.get_by_text("Het besluit is bevestigd.").first.is_visible()


def look(page, name):
    assert problems_on(page, name) == []
