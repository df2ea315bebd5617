"""Fatima asks for bijstand together with Jan: he signs on his phone, and staff can decide."""

import pytest
from django.utils import timezone

from plein.cases.actions.publishing import publish_case_type
from plein.tenants.models import Municipality
from plein.tenants.scope import within
from tests.browser.axe import problems_on
from tests.browser.filling_in import fill_in
from tests.browser.visitor import sign_in_to_work
from tests.cases.conftest import JOINT
from tests.cast import TESTS

pytestmark = pytest.mark.browser
NAME = "Bijstand voor u samen"


@pytest.fixture
def joint(site):
    with within(Municipality.objects.get(slug="emmen")):
        publish_case_type("bijstand", JOINT, by=TESTS, at=timezone.now())


def test_both_sign_and_the_partner_sees_nothing_else(visitor, joint):
    fatima = visitor(width=360)
    fatima.sign_in_with_digid("Fatima")
    home = fatima.open("/aanvragen/nieuw/bijstand/")
    assert home.get_by_text("Dan tekent uw partner ook.").is_visible()
    fill_in(home)
    assert home.get_by_text("Wij wachten op de handtekening van uw partner.").is_visible()
    home.get_by_role("link", name="Volg uw aanvraag").click()
    assert problems_on(home, "tekenen-wacht") == []

    sam = sign_in_to_work(visitor(), "sam", "medewerkers")
    work = sam.open("/medewerkers/aanvragen/?kies=nieuw")
    work.get_by_role("link", name=NAME).click()
    assert work.get_by_role("heading", name="Handtekening van de partner").is_visible()
    assert problems_on(work, "tekenen-bureau") == []

    jan = visitor(width=360)
    page = jan.sign_in_with_digid("Partner van Fatima")
    assert problems_on(page, "tekenen-overzicht") == []
    page.get_by_role("link", name=f"Teken: {NAME}").click()
    assert problems_on(page, "tekenen") == []
    page.get_by_role("link", name="Ik teken niet").click()
    assert problems_on(page, "tekenen-niet") == []
    page.get_by_role("link", name="Nee, ga terug").click()

    plain = visitor(width=360, scripts=False)
    signing = plain.sign_in_with_digid("Partner van Fatima")
    signing.get_by_role("link", name=f"Teken: {NAME}").click()
    signing.get_by_role("button", name="Ik teken", exact=True).click()
    assert signing.get_by_role("heading", name="U hebt getekend").is_visible()

    page.get_by_role("button", name="Ik teken", exact=True).click()
    assert page.get_by_role("heading", name="U hebt getekend").is_visible()
    assert problems_on(page, "tekenen-klaar") == []
    page.get_by_role("link", name="Naar mijn overzicht").click()
    assert page.get_by_text(NAME).count() == 0

    home.get_by_text("Uw partner heeft getekend").wait_for()  # within seconds, by itself
    work.reload()
    assert problems_on(work, "tekenen-bureau-klaar") == []
