"""Fatima says that she moves, sees what it does, and takes it back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.browser.axe import problems_on

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
def test_a_move_is_seen_before_it_is_sent_and_can_be_withdrawn(visitor, scripts):
    fatima = visitor(width=360, scripts=scripts)
    page = fatima.sign_in_with_digid("Fatima")
    fatima.open("/gegevens/")
    page.get_by_role("link", name="Ik ga verhuizen").click()
    look(page, "verhuizen", scripts)
    page.get_by_role("button", name="Verder").click()
    look(page, "verhuizen-fout", scripts)
    moves_on = timezone.localdate() + timedelta(days=7)
    page.get_by_label("Op welke dag verhuist u?").fill(f"{moves_on:%d-%m-%Y}")
    page.get_by_label("In een andere gemeente").check()
    page.get_by_label("Naam van de andere gemeente").fill("Buren")
    page.get_by_role("button", name="Verder").click()
    look(page, "verhuizen-controle", scripts)
    page.get_by_role("button", name="Geef mijn verhuizing door").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Wij weten dat u verhuist"
    look(page, "verhuizen-ontvangen", scripts)

    page.get_by_role("button", name="Trek mijn verhuizing in").click()

    assert page.get_by_role("heading", level=1).inner_text() == "Deze verhuizing gaat niet door"
    look(page, "verhuizen-ingetrokken", scripts)


def look(page, name, scripts):
    assert page.locator("h1").count() == 1
    if scripts:
        assert problems_on(page, name) == []
