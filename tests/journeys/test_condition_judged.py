"""A condition over what is known and what is not: yes, no, or that we do not know."""

from hypothesis import given
from hypothesis import strategies as st

from plein.journeys.comparisons import Comparison
from plein.journeys.conditions import read_condition
from plein.journeys.tree import Every, Not, Some

NAMES = ("a", "b", "c", "d")
leaves = st.sampled_from(NAMES).map(lambda name: Comparison(name, "==", True))
answers = st.dictionaries(st.sampled_from(NAMES), st.booleans())


def joined(parts):
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(several.map(Every), several.map(Some))


without_not = st.recursive(leaves, joined, max_leaves=8)
conditions = st.recursive(leaves, lambda parts: joined(parts) | parts.map(Not), max_leaves=8)


def test_what_is_missing_makes_no_difference_where_the_rest_decides():
    assert read_condition("a or b").judged({"a": True}) is True
    assert read_condition("a and b").judged({"a": False}) is False
    assert read_condition("a and b").judged({"a": True}) is None
    assert read_condition("not a").judged({}) is None


@given(conditions, answers)
def test_with_all_known_it_is_what_it_always_was(condition, given_answers):
    every = dict.fromkeys(NAMES, False) | given_answers

    assert condition.judged(every) is condition.holds(every)


@given(conditions, answers, st.sampled_from(NAMES), st.booleans())
def test_knowing_more_never_changes_what_was_certain(condition, known, name, value):
    before = condition.judged(known)

    after = condition.judged({name: value} | known)

    assert before is None or after is before


@given(without_not, answers, st.sampled_from(NAMES))
def test_without_not_more_that_is_so_never_takes_a_yes_away(condition, known, name):
    if condition.judged(known):
        assert condition.judged(known | {name: True}) is True
