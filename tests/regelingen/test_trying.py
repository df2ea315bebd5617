"""What can be tried out stands in the folder of its regeling."""

from datetime import date

import pytest

from plein.regelingen.library import FOLDER, rule_book
from plein.regelingen.trying import TIMES_A_YEAR, topics

DAY = date(2026, 11, 1)


def test_every_file_is_found():
    folders = {file.parent.name for file in FOLDER.glob("*/policy.yaml")}

    assert {topic.regeling for topic in topics().values()} == folders


@pytest.mark.parametrize("topic", topics().values(), ids=topics())
def test_a_topic_names_a_rule_of_its_own_and_facts_that_are_asked(topic):
    book = rule_book()

    assert topic.target in book.rules
    assert topic.per in TIMES_A_YEAR
    assert set(topic.facts) <= book.plan([topic.target], DAY).asks
    for draw in topic.facts.values():
        assert draw.keys() in ({"share", "mean"}, {"above_income"})


@pytest.mark.parametrize("topic", topics().values(), ids=topics())
def test_a_topic_offers_norms_that_change_something(topic):
    norms = topic.norms(rule_book(), DAY, rule_book().norms)

    assert norms
    assert all(norm.regeling == topic.regeling for norm in norms.values())


@pytest.mark.parametrize("regeling", ["individuele_inkomenstoeslag", "bijzondere_bijstand"])
def test_what_a_municipality_sets_is_offered_where_the_rules_read_it(regeling):
    (topic,) = [each for each in topics().values() if each.regeling == regeling]
    every = {n.name for n in rule_book().norms.of(regeling).values() if n.municipal}

    offered = topic.norms(rule_book(), DAY, rule_book().norms)

    assert every - set(offered) <= {"referteperiode"}  # a fact about the time before stands for it


def test_a_norm_of_another_day_is_not_offered():
    topic = topics()["huurtoeslag_per_maand"]
    offered = topic.norms(rule_book(), DAY, rule_book().norms)

    assert "inkomensijkpunt_eenpersoons" in offered
    assert all(norm.values[0].since <= DAY for norm in offered.values())
