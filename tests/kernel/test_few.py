"""What is shown of small groups lets nobody work out a smaller one."""

from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.few import FEWEST, shown, shown_parts, shown_total

counts = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=1)


def test_nobody_and_ten_are_shown_and_nine_are_not():
    assert (shown(0), shown(9), shown(10)) == (0, None, 10)


def test_a_small_part_takes_the_next_one_with_it():
    assert shown_parts({"a": 3, "b": 12, "c": 50}) == {"a": None, "b": None, "c": 50}
    assert shown_total({"a": 3, "b": 12, "c": 50}) == 65


def test_where_all_is_too_small_the_sum_is_not_shown():
    assert shown_parts({"a": 3, "b": 0}) == {"a": None, "b": 0}
    assert shown_total({"a": 3, "b": 0}) is None


@given(counts)
def test_what_is_hidden_is_never_about_fewer_than_ten(parts):
    seen = shown_parts(parts)

    hidden = sum(count for name, count in parts.items() if seen[name] is None)
    assert all(count is None or count == 0 or count >= FEWEST for count in seen.values())
    if shown_total(parts) is not None:
        assert hidden == 0 or hidden >= FEWEST
