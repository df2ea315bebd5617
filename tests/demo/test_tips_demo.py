"""In the demo every tip is on, by two people."""

from plein.content.tips.library import tips
from plein.content.tips.standing import standing_of
from plein.demo.tips import add_tips
from plein.identity.models import Role
from tests.cast import NOON, TODAY, staff_member


def test_every_tip_is_on(fatima, bas):
    wim = staff_member("wim", Role.MUNICIPALITY_MANAGER)

    add_tips({"wim": wim, "bas": bas}, NOON)

    assert {tip.key for tip in standing_of(fatima, TODAY).tips} == set(tips())
