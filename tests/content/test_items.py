"""Every text that residents read: right in shape, true to the rules, plain and with its source."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from plein.content.amounts import filled, norms_in
from plein.content.freshness import AMBER_AFTER
from plein.content.library import FOLDER, items
from plein.content.life_events import LIFE_EVENTS
from plein.content.references import products
from plein.kernel.clock import local_day
from plein.kernel.reading_level import judge
from plein.regelingen.applying import ways_to_apply
from plein.regelingen.library import journeys, rule_book
from plein.web.public.information.item import INSIGHT

WRITTEN_ON = date(2026, 11, 28)
THEMES = {"wonen", "geld", "zorg", "werk-en-taal", "school-en-kinderen", "meedoen"}
LEAST = 60
WEEKS_12 = 84  # days


def test_all_items_are_right():
    found = items()

    assert len(found) == len(list(FOLDER.glob("*/*.yaml"))) >= LEAST


@pytest.mark.parametrize("event", LIFE_EVENTS)
def test_every_life_event_has_texts(event):
    assert sum(event in item.life_events for item in items().values()) >= 5


@pytest.mark.parametrize("item", items().values(), ids=lambda item: item.key)
def test_a_text_is_plain(item):
    for said in item.texts["nl"].told.splitlines():
        level = judge(said)

        assert (level.hard_words, level.long_sentences) == ((), ())
    assert not judge(item.texts["nl"].told).has_long_words


def test_what_a_text_points_to_is_there():
    regelingen = {way.regeling for way in ways_to_apply()}
    for item in items().values():
        assert set(item.related.regelingen) <= regelingen, item.key
        assert set(item.related.journeys) <= journeys().keys(), item.key
        assert set(item.related.insight) <= INSIGHT.keys(), item.key
        named = {source.norms for source in item.sources if source.norms}
        assert named <= rule_book().norms.regelingen, item.key


def test_an_amount_is_a_norm_of_the_law_and_its_source_stands_with_the_text():
    amounts = 0
    for item in items().values():
        for regeling, name in norms_in(item.texts["nl"].told):
            norm = rule_book().norms.of(regeling)[name]
            amounts += 1

            assert isinstance(norm.on(WRITTEN_ON).value, Decimal)
            assert not norm.municipal
            assert regeling in {source.norms for source in item.sources}, item.key
    assert amounts >= 20


def test_every_amount_can_be_filled_in_on_the_day_of_writing():
    for item in items().values():
        text = filled(item.texts["nl"].told, rule_book().norms, WRITTEN_ON)

        assert "{" not in text
        assert "nog niet bekend" not in text


def test_the_first_weeks_of_who_is_new_have_six_themes_within_12_weeks():
    new = [item for item in items().values() if "nieuw-in-nederland" in item.life_events]

    assert {item.theme.value for item in new} == THEMES
    assert all(0 <= item.life_events["nieuw-in-nederland"].days <= WEEKS_12 for item in new)


def test_nothing_was_reviewed_on_a_day_to_come():
    assert all(item.reviewed_on <= local_day(timezone.now()) for item in items().values())


def test_the_names_of_the_upl_have_addresses():
    named = [item.upl for item in items().values() if item.upl]

    assert len({each.name for each in named}) >= 20
    assert all(each.uri.endswith(f"/terms/{products()[each.name]}") for each in named)


def test_no_owner_is_a_person_and_every_text_leans_on_something():
    roles = {item.owner for item in items().values()}

    assert len(roles) <= 15
    assert all(item.sources for item in items().values())
    assert AMBER_AFTER.days == 180
