"""Fatima moves from Emmen to Buren: Emmen lets go on the day itself, and Buren begins anew."""

import pytest
from django.utils import timezone

from plein.cases.actions.taking_effect import apply_relocations
from plein.kernel.actor import system
from plein.kernel.clock import local_day
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from tests.browser.axe import problems_on
from tests.browser.filling_in import fill_in

pytestmark = pytest.mark.browser


def test_a_removal_ends_here_and_begins_there(visitor):
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    tells_that_she_moves_today(fatima)
    assert the_night() == 1
    assert the_night() == 0  # a second time changes nothing

    page.reload()
    assert page.get_by_role("heading", level=1).inner_text() == "Uw verhuizing is verwerkt"
    assert page.get_by_role("heading", name="Dit is er veranderd").is_visible()
    assert page.get_by_text(
        "Geef uw verhuizing ook door bij uw nieuwe gemeente: Buren."
    ).is_visible()
    assert problems_on(page, "verhuisd") == []

    begins_in_buren(fatima)


def tells_that_she_moves_today(fatima) -> None:
    page = fatima.open("/gegevens/")
    page.get_by_role("link", name="Ik ga verhuizen").click()
    page.get_by_label("Op welke dag verhuist u?").fill(f"{local_day(timezone.now()):%d-%m-%Y}")
    page.get_by_label("In een andere gemeente").check()
    page.get_by_label("Naam van de andere gemeente").fill("Buren")
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Geef mijn verhuizing door").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Wij weten dat u verhuist"


def the_night() -> int:
    """What the nightly job of Emmen does, on the day of the move."""
    now = timezone.now()
    with within(Municipality.objects.get(slug="emmen")):
        return apply_relocations(local_day(now), by=system("verhuizingen die ingaan"), at=now)


def begins_in_buren(fatima) -> None:
    """Nothing of Emmen is there, and what she needs she asks for anew."""
    page = fatima.sign_in_with_digid("Fatima", "buren")
    fatima.open("/aanvragen/", "buren")
    assert page.get_by_text("U hebt nog niets aangevraagd").is_visible()
    fatima.open("/aanvragen/nieuw/individuele_inkomenstoeslag/", "buren")
    fill_in(page)
    assert page.url.endswith("/ontvangen/")
    fatima.open("/aanvragen/", "buren")
    assert page.locator("main article").count() == 1
    assert problems_on(page, "verhuisd-buren") == []
