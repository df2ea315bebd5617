"""200 people who do not exist, and the tips that each of them sees."""

from itertools import combinations

import pytest
from django.utils import translation

from plein.content.library import items
from plein.content.tips.checks import STARTS
from plein.content.tips.judging import judged
from plein.content.tips.library import tips, traits
from plein.content.tips.looks import Now
from plein.content.tips.own import traits_to_open
from plein.content.tips.standing import Standing
from plein.content.tips.tip import Topic
from plein.journeys.languages import LANGUAGES
from plein.proactive.library import needs
from plein.regelingen.library import rule_book
from tests.content.people import COUNT, DAY, TOLD, people

EVERY = tuple(tips().values())
SPECIAL = frozenset().union(*(trait.special for trait in traits().values()))
NOW = Now(DAY, rule_book().norms)


def judge(values, standing=None):
    """As a page does: what has no yes is not opened."""
    standing = standing or Standing(EVERY)
    wanted = [tip for tip in standing.tips if standing.wants(tip)]
    opened = {trait.element for trait in traits_to_open(wanted, standing)}
    known = {key: value for key, value in values.items() if key in opened}
    return judged(wanted, traits(), known, NOW)


def shown(values, standing=None):
    return {each.tip.key for each in judge(values, standing) if each.holds}


def test_there_are_two_hundred_and_always_the_same():
    assert len(people()) == COUNT == 200
    assert people() == people()


@pytest.mark.parametrize("name", TOLD)
def test_each_of_these_sees_what_stands_in_the_table(name):
    values, expected = TOLD[name]

    assert shown(values) == expected


def test_a_fine_counts_only_after_a_yes():
    values, expected = TOLD["schulden, en een boete zonder ja"]

    with_yes = shown(values, Standing(EVERY, consents=frozenset({"schuld_cjib"})))

    assert with_yes == expected | {"boete-betalen"}


def test_every_tip_is_seen_by_somebody_and_not_by_everybody():
    everything = Standing(EVERY, consents=SPECIAL)
    seen = [shown(values, everything) for values in people().values()]

    for key in tips():
        assert 0 < sum(key in each for each in seen) < COUNT, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tip_that_is_shown_has_its_reason_whole(language):
    everything = Standing(EVERY, consents=SPECIAL)
    with translation.override(language):
        for values in people().values():
            for each in judge(values, everything):
                if each.holds:
                    reason = each.reason_in(language)
                    assert reason.strip()
                    assert "{" not in reason
                    assert language != "nl" or reason.startswith(STARTS)


def test_a_topic_that_is_off_takes_away_its_tips_and_no_others():
    for values in people().values():
        before = shown(values)
        for topic in Topic:
            left = shown(values, Standing(EVERY, topics_off=frozenset({topic})))
            assert left == {key for key in before if tips()[key].topic is not topic}


def test_with_all_off_nobody_sees_anything_and_nothing_is_opened():
    off = Standing(EVERY, is_off=True)

    assert all(judge(values, off) == [] for values in people().values())


def test_of_whom_nothing_is_known_no_tip_is_shown():
    assert shown({}, Standing(EVERY, consents=SPECIAL)) == set()


def test_what_is_extra_sensitive_is_opened_for_exactly_what_was_said_yes_to():
    for count in range(len(SPECIAL) + 1):
        for given in combinations(sorted(SPECIAL), count):
            opened = traits_to_open(EVERY, Standing(EVERY, consents=frozenset(given)))
            used = set().union(*(trait.elements for trait in opened))
            assert used & SPECIAL == set(given)


def test_the_explanation_says_what_the_rule_said():
    everything = Standing(EVERY, consents=SPECIAL)
    for values in people().values():
        for each in judge(values, everything):
            assert each.parts_in("nl").holds is each.holds


def test_there_are_at_least_twenty_rules_and_each_leads_to_a_text():
    assert len(EVERY) >= 20
    assert all(key in items() for tip in EVERY for key in tip.items)


def test_every_trait_is_used():
    rules = [*EVERY, *(need for need in needs().values() if not need.finds)]
    used = {name for rule in rules for name in rule.condition.names}

    assert used | {"volwassen", "jong"} == set(traits())
