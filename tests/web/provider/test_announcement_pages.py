"""Nieuws van de gemeente: on the first page while it lasts, and later to be read again."""

from datetime import timedelta

from plein.tenants.scope import within
from plein.webshop.actions.announcements import announce, take_back
from tests.cast import NOON, TODAY
from tests.web.provider.conftest import url
from tests.webshop.test_announcements import news

DAY = timedelta(days=1)


def home(client) -> str:
    return client.get(url("provider-home")).content.decode()


def test_news_stands_on_the_first_page_and_after_its_last_day_among_earlier(
    till, bas, noon, yara_signs_in
):
    announce(news(text="Eerste zin.\n\nTweede <b>zin</b>."), by=bas, at=NOON)
    assert "<p>Tweede &lt;b&gt;zin&lt;/b&gt;.</p>" in home(till)

    noon.shift(8 * DAY)
    later = yara_signs_in()

    assert "Dicht met Kerst" not in home(later)
    assert "Dicht met Kerst" in later.get(url("provider-announcements")).content.decode()


def test_what_is_still_to_come_or_was_taken_back_is_nowhere(till, bas):
    announce(news(title="Straks", starts_on=TODAY + DAY), by=bas, at=NOON)
    take_back(announce(news(title="Mis"), by=bas, at=NOON), by=bas, at=NOON)

    for page in (home(till), till.get(url("provider-announcements")).content.decode()):
        assert "Straks" not in page
        assert "Mis" not in page


def test_the_first_page_stays_calm(till, bas):
    for number in range(5):
        announce(news(title=f"Nieuws {number}"), by=bas, at=NOON + number * timedelta(minutes=1))

    page = home(till)

    assert [number for number in range(5) if f"Nieuws {number}" in page] == [2, 3, 4]


def test_each_municipality_has_its_own_news(till, bas, in_buren, buren):
    announce(news(), by=bas, at=NOON)

    with within(buren):
        page = till.get(url("provider-announcements"), headers={"host": "buren.localhost"})

    assert "Er is geen nieuws" in page.content.decode()
