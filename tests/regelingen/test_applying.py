"""Every way to apply is about a rule that exists, and names only what it really asks."""

from datetime import date

import pytest

from plein.regelingen.applying import ways_to_apply
from plein.regelingen.library import rule_book
from plein.vault.catalogue import catalogue

DAY = date(2026, 11, 1)
WAYS = [pytest.param(way, id=way.target) for way in ways_to_apply()]


@pytest.mark.parametrize("way", WAYS)
def test_what_we_say_not_to_know_is_asked_by_the_rule(way):
    assert set(way.unsure_of) <= rule_book().plan([way.target], DAY).asks


@pytest.mark.parametrize("way", WAYS)
def test_the_element_that_tells_it_is_in_the_catalogue(way):
    assert not way.known_from or way.known_from in catalogue().elements


@pytest.mark.parametrize("way", WAYS)
def test_somebody_decides_and_there_are_steps(way):
    assert way.decides["nl"]
    assert len(way.steps) >= 2


def test_no_target_stands_in_it_twice():
    targets = [way.target for way in ways_to_apply()]

    assert len(targets) == len(set(targets))
