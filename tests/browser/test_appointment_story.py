"""An appointment: Fatima chooses a time on her phone, and the desk sees who comes."""

import re

import pytest

from tests.browser.axe import problems_on
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser
TIME = re.compile(r"^\d+\.\d\d uur")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_time_is_chosen_changed_and_given_up(visitor, scripts):
    fatima = visitor(width=360, scripts=scripts)
    page = fatima.sign_in_with_digid("Fatima")
    if not scripts:  # the first one gave it up
        fatima.open("/afspraken/")
        page.get_by_role("button", name="Gesprek over geld").click()
    else:
        page.get_by_role("link", name="Kies een tijd: Gesprek over uw aanvraag").click()
        assert problems_on(page, "afspraak-kiezen") == []
        page.get_by_role("link", name="Wij bellen u").click()
    page.get_by_role("button", name=TIME).first.click()
    assert page.get_by_text("Uw afspraak staat vast.").is_visible()
    if scripts:
        assert problems_on(page, "afspraak") == []

    page.get_by_role("link", name="Kies een andere tijd").click()
    page.get_by_role("button", name=TIME).last.click()
    page.get_by_role("link", name="Zeg de afspraak af").click()
    if scripts:
        assert problems_on(page, "afspraak-afzeggen") == []
    page.get_by_role("button", name="Ja, zeg af").click()
    assert page.get_by_text("De afspraak gaat niet door.").is_visible()
    if scripts:
        assert problems_on(page, "afspraken") == []


def test_els_makes_times_and_sees_who_comes(visitor):
    els = sign_in_to_work(visitor(), "els", "medewerkers")
    page = els.open("/medewerkers/afspraken/")
    for _day in range(8):
        if page.get_by_role("link", name="Gesprek over uw aanvraag").count():
            break
        page.get_by_label("Welke dag?").get_by_role("link").last.click()
    assert problems_on(page, "afspraken-bureau") == []
    page.get_by_role("link", name="Gesprek over uw aanvraag").first.click()
    assert problems_on(page, "afspraak-bureau") == []
    els.open("/medewerkers/afspraken/tijden/")
    assert problems_on(page, "afspraken-tijden") == []
