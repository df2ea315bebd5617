"""Fatima asks for help in her own neighbourhood: one care provider comes to it, and no other."""

import pytest

from tests.browser.axe import problems_on
from tests.browser.filling_in import fill_in
from tests.browser.visitor import sign_in_to_work

pytestmark = pytest.mark.browser


def test_an_aanvraag_goes_to_exactly_the_care_provider_of_the_area(visitor):
    before = {name: cases_of(visitor, name) for name in ("zora", "noortje")}
    fatima = visitor(width=360)
    page = fatima.sign_in_with_digid("Fatima")
    collects(fatima)
    fatima.open("/aanvragen/nieuw/gebiedsondersteuning/")
    fill_in(page)
    assert page.url.endswith("/ontvangen/")
    fatima.open("/aanvragen/")
    page.locator("main article a, main .mo-card--link a").filter(
        has_text="Hulp in uw buurt"
    ).first.click()
    page.get_by_text("Buurthulp Zuid").first.wait_for()
    assert page.get_by_text("Buurthulp Noord").count() == 0
    assert problems_on(page, "gebied-aanvraag") == []

    new = {name: cases_of(visitor, name) - before[name] for name in ("zora", "noortje")}
    assert new["noortje"] == set()
    assert len(new["zora"]) == 1

    zora = sign_in_to_work(visitor(), "zora", "organisaties")
    zora.open("/organisaties/dossiers/")
    zora.page.get_by_role("link", name="Hulp in uw buurt").first.click()
    assert problems_on(zora.page, "gebied-dossier") == []


def collects(fatima) -> None:
    """From then on her address is known, and with it her neighbourhood."""
    page = fatima.open("/gegevens/")
    page.get_by_role("button", name="Haal mijn gegevens op").click()
    page.get_by_text("Klaar. Alle 12 organisaties zijn gevraagd.").wait_for()


def cases_of(visitor, name: str) -> set[str]:
    """The numbers that somebody of this organisation sees."""
    worker = sign_in_to_work(visitor(), name, "organisaties")
    page = worker.open("/organisaties/dossiers/")
    return {number.inner_text() for number in page.locator("main tbody th .mo-sub").all()}
