"""The diagrams of states are those of the tables."""

from tests.states import FILE, drawn


def test_the_diagrams_are_drawn_from_the_tables_of_moves():
    assert FILE.read_text() == drawn(), "redraw them: python -m tests.states"
