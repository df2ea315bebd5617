"""In the demo Emmen offers help with two things, by two people, and Buren with nothing."""

from plein.demo.data_files import rows
from plein.demo.proactive import add_proactive
from plein.proactive.library import needs
from plein.proactive.models import NeedSwitch
from tests.cast import NOON


def test_two_needs_are_on_in_emmen(emmen, wim, femke):
    add_proactive(emmen, {"wim": wim, "femke": femke}, NOON)

    on = NeedSwitch.objects.filter(state="aan").values_list("kind", flat=True)
    assert set(on) == {"budget-stopt", "ww-stopt"}


def test_each_row_is_of_a_need_that_there_is():
    assert all(row["need"] in needs() for row in rows("proactive"))
