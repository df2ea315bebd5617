"""Lotte from 17 years and 10 months until three months past her birthday, and her mother Marieke.

The clock of the site is that of the story. Lotte was born on 17 January 2009.
"""

import re
from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar

from plein.kernel.clock import AMSTERDAM
from tests.browser.axe import problems_on
from tests.browser.benefit_desk import moment
from tests.browser.site_of_then import site_of

pytestmark = [pytest.mark.browser, pytest.mark.long]
PLACE = "buren"
BEGINS = moment(2026, 11, 17)
BIRTHDAY = date(2027, 1, 17)
JUST_BEFORE = datetime(2027, 1, 16, 23, 50, tzinfo=AMSTERDAM)
MIDNIGHT = datetime(2027, 1, 17, 0, 0, tzinfo=AMSTERDAM)
CALENDAR = "/informatie/mijn-18/agenda.ics"


@pytest.fixture(scope="module")
def site(request, tmp_path_factory):
    """A Plein of its own, on which it is November 2026."""
    with site_of(BEGINS, request, tmp_path_factory.mktemp("lotte")) as site:
        yield site


@pytest.fixture
def lotte(visitor):
    return visitor(width=360)


@pytest.fixture
def marieke(visitor):
    return visitor()


def test_from_17_and_10_months_until_three_months_past_18(site, lotte, marieke):
    sees_her_list(lotte)
    takes_it_along(lotte)
    lets_her_mother_help(lotte, marieke)
    mother_sees_her_child(marieke)

    site.travel_to(JUST_BEFORE)
    marieke.sign_in_with_digid("Marieke", PLACE)
    collects(marieke)
    mother_still_helps(marieke)
    lotte.sign_in_with_digid("Lotte", PLACE)
    the_day_before(lotte)

    site.travel_to(MIDNIGHT)
    mother_sees_nothing_more(marieke)
    is_asked_whom_to_let_in(lotte)
    lets_her_in_again(lotte, marieke)

    site.travel_to(moment(2027, 4, 16))
    lotte.sign_in_with_digid("Lotte", PLACE)
    reads_the_last_texts(lotte)
    site.travel_to(moment(2027, 4, 17))
    lotte.sign_in_with_digid("Lotte", PLACE)
    has_no_list_any_more(lotte)


def collects(person):
    page = person.open("/gegevens/", PLACE)
    page.get_by_role("button", name=re.compile("Haal (mijn gegevens|opnieuw) op")).click()
    page.get_by_text("Klaar. Alle 12 organisaties zijn gevraagd.").wait_for()


def sees_her_list(lotte):
    page = lotte.sign_in_with_digid("Lotte", PLACE)
    look(page, "18-overzicht")
    page.get_by_role("link", name="Bekijk mijn lijst van 18 worden").click()
    assert "Wij weten uw geboortedatum niet" in plain(page)
    look(page, "18-geen-gegevens")
    collects(lotte)
    page = lotte.open("/informatie/mijn-18/", PLACE)
    words = plain(page)
    assert "U wordt 18 op zondag 17 januari 2027." in words
    assert "Dit moet" in words
    assert "Van woensdag 18 november 2026 tot en met zondag 17 januari 2027" in words
    look(page, "18-lijst")
    page.get_by_role("link", name="Kies een zorgverzekering als u 18 wordt").click()
    assert "Zorgverzekeringswet art. 16" in plain(page)


def takes_it_along(lotte):
    """Her own, by signing in; and the same for everybody, by a day."""
    page = lotte.open("/informatie/mijn-18/", PLACE)
    own = downloaded(page, "link", "Zet in mijn agenda")
    page = lotte.open("/informatie/18-worden/", PLACE)
    page.get_by_label("Op welke dag wordt u 18?").fill("17-01-2027")
    page.get_by_role("button", name="Toon de datums").click()
    look(page, "18-voor-iedereen")
    of_everybody = downloaded(page, "button", "Zet in mijn agenda")

    assert own == of_everybody
    assert own["stemmen"] == BIRTHDAY
    assert own["jeugdhulp-stopt"] == BIRTHDAY - timedelta(days=1)


def downloaded(page, role, name) -> dict[str, date]:
    """The day of each text that came."""
    with page.expect_download() as download:
        page.get_by_role(role, name=name).click()
    content = download.value.path().read_bytes()
    assert b"Lotte" not in content
    events = Calendar.from_ical(content).walk("VEVENT")
    return {str(each["UID"]).split("@")[0][10:]: each.decoded("dtstart") for each in events}


def lets_her_mother_help(lotte, marieke):
    """Until a day past her birthday; it ends on her birthday all the same."""
    code = invites(lotte, until="01-06-2027")
    page = lotte.open("/gegevens/helpers/", PLACE)
    assert "Stopt vanzelf op zondag 17 januari 2027." in plain(page)
    look(page, "18-helpers")
    marieke.sign_in_with_digid("Marieke", PLACE)
    takes_up(marieke, code)


def invites(lotte, until) -> str:
    page = lotte.open("/gegevens/helpers/nieuw/", PLACE)
    page.get_by_label("Geld", exact=True).check()
    page.get_by_label("Aanvragen en afspraken").check()
    page.get_by_label("Hoe noemt uw helper u?").fill("mijn dochter")
    page.get_by_label("Tot welke dag?").fill(until)
    look(page, "18-uitnodigen")
    page.get_by_role("button", name="Maak een code").click()
    return page.locator(".mo-code__letters").inner_text()


def takes_up(marieke, code):
    page = marieke.open("/gegevens/ik-help/", PLACE)
    page.get_by_label("Code van wie u helpt").fill(code)
    page.get_by_role("button").filter(has_text="help").first.click()
    assert "Mijn dochter" in plain(page)


def mother_sees_her_child(marieke):
    """By the BRP, without a code; nothing of the list."""
    collects(marieke)
    page = marieke.open("/gegevens/kinderen/", PLACE)
    page.locator("main .mo-card__link").first.click()
    assert "17 januari 2027" in plain(page)
    look(page, "18-kind")


def mother_still_helps(marieke):
    """She leaves the page of her child open, and acts in the name of nobody but herself."""
    page = marieke.open("/gegevens/kinderen/", PLACE)
    page.locator("main .mo-card__link").first.click()
    page.get_by_role("link", name="Werk en school").click()
    assert "Maatschappelijke zorg" in plain(page)
    other = marieke.open("/gegevens/ik-help/", PLACE)
    other.locator("main .mo-card__link").first.click()
    other.get_by_role("button", name="Open de aanvragen").click()
    assert "mijn dochter" in other.locator("body").inner_text()


def the_day_before(lotte):
    page = lotte.open("/informatie/mijn-18/", PLACE)
    words = plain(page)
    assert "U wordt 18 op zondag 17 januari 2027." in words
    assert "Op zondag 17 januari 2027 stopt vanzelf" in words
    look(page, "18-dag-ervoor")


def mother_sees_nothing_more(marieke):
    """With the session that was open, in the first second of the day."""
    page = marieke.page
    page.reload()
    assert "Het helpen is gestopt." in page.locator("body").inner_text()
    look(page, "18-helpen-gestopt")
    page = marieke.open("/gegevens/kinderen/", PLACE)
    assert "Hier staat geen kind" in plain(page)
    look(page, "18-geen-kind-meer")


def is_asked_whom_to_let_in(lotte):
    page = lotte.open("/overzicht/", PLACE)
    assert "Uw ouders zien niets meer van u." in plain(page)
    look(page, "18-overzicht-jarig")
    page.get_by_role("link", name="Bekijk uw lijst, en kies wie meekijkt").click()
    words = plain(page)
    assert "U werd 18 op zondag 17 januari 2027." in words
    assert "Wilt u niemand? Dan hoeft u niets te doen." in words
    look(page, "18-jarig")


def lets_her_in_again(lotte, marieke):
    page = lotte.page
    page.get_by_role("link", name="Laat iemand meekijken").click()
    assert "Nu helpt niemand u." in plain(page)
    code = invites(lotte, until="01-06-2027")
    takes_up(marieke, code)
    page = lotte.open("/informatie/mijn-18/", PLACE)
    assert "U hebt daarna zelf iemand toegelaten." in plain(page)
    look(page, "18-weer-toegelaten")


def reads_the_last_texts(lotte):
    page = lotte.open("/informatie/mijn-18/", PLACE)
    assert "Op zaterdag 17 april 2027 stopt de lijst." in plain(page)
    assert "Deze dag is voorbij." in plain(page)
    look(page, "18-laatste-dag")


def has_no_list_any_more(lotte):
    page = lotte.open("/informatie/mijn-18/", PLACE)
    assert "Deze lijst is er vanaf uw 16e verjaardag" in plain(page)
    look(page, "18-voorbij")
    assert page.evaluate(f"fetch('{CALENDAR}').then((answer) => answer.status)") == 404


def plain(page) -> str:
    return page.locator("main").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on(page, name) == []
