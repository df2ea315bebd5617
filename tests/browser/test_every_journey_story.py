"""Everything that is offered is asked for on a phone, one after the other, in two languages."""

import pytest

from tests.browser.axe import problems_on_a_phone
from tests.browser.filling_in import fill_in

pytestmark = pytest.mark.browser


def look(page, name):
    assert page.locator("h1").count() == 1
    assert problems_on_a_phone(page, name) == []


@pytest.mark.parametrize(
    ("language", "name", "slug"), [("nl", "Katja", "emmen"), ("en", "Samir", "coevorden")]
)
def test_every_journey_that_is_offered_is_clicked_through_to_its_receipt(
    visitor, language, name, slug
):
    resident = visitor(width=360)
    page = resident.sign_in_with_digid(name, slug)
    if language != "nl":
        page.locator(f"button[name=language][value={language}]").click()
    resident.open("/aanvragen/", slug)
    starts = page.locator("aside a[href*='/aanvragen/nieuw/']").all()
    addresses = [each.get_attribute("href") for each in starts]
    assert len(addresses) >= 9

    for address in addresses:
        journey = address.strip("/").rpartition("/")[2]
        resident.open(address, slug)
        fill_in(page, lambda where, journey=journey: look(page, f"{language}-{journey}-{where}"))
        assert page.url.endswith("/ontvangen/"), page.url
        look(page, f"{language}-{journey}-ontvangen")
        assert page.locator("html").get_attribute("lang") == language

    assert resident.complaints == []
