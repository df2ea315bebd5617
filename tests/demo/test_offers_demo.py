"""What organisations of the demo offer: plain, and read by the municipality but for one."""

import pytest

from plein.demo.data_files import rows
from plein.demo.offers import add_offers
from plein.demo.recipients import add_recipients
from plein.demo.workers import add_organisations
from plein.kernel.reading_level import judge
from plein.offers.models import OfferVersion, Status
from tests.cast import NOON, TODAY


@pytest.fixture
def offered(emmen, wim, bas, femke):
    staff = {"wim": wim, "bas": bas, "femke": femke}
    organisations = add_organisations()
    add_recipients(emmen, organisations, staff, NOON)
    add_offers(emmen, organisations, staff, NOON)
    return OfferVersion.objects.all()


def test_there_are_six_and_one_waits(offered):
    assert len(offered) == len(rows("offers")) == 6
    assert offered.posted_on(TODAY).count() == 5
    assert offered.get(status=Status.WAITING).title == "Maak uw straat mooi"


def test_every_text_is_plain(offered):
    assert {each.title: list(judge(each.judged_text).findings()) for each in offered} == {
        each.title: [] for each in offered
    }
