"""What a resident chose about tips, and how long it is kept."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from plein.content.export import PART
from plein.content.models import ShownTip, TipChoice
from plein.content.tips.choosing import (
    consent,
    forget_choices,
    turn_tips,
    turn_topic,
    withdraw_consent,
)
from plein.content.tips.library import tips
from plein.content.tips.showing import forget_shown, note_shown
from plein.content.tips.standing import standing_of
from plein.content.tips.tip import Topic
from plein.tenants.scope import within
from tests.cast import NOON, TODAY

FINES = "schuld_cjib"


def test_a_yes_twice_is_one_yes_and_a_no_twice_is_one_no(fatima):
    for _each in range(2):
        consent(fatima, FINES, at=NOON)
        turn_topic(fatima, Topic.WERK, on=False, at=NOON)

    assert TipChoice.objects.count() == 2


def test_a_yes_that_was_withdrawn_stays_as_proof_and_does_not_work(fatima):
    consent(fatima, FINES, at=NOON)
    withdraw_consent(fatima, FINES, at=NOON + timedelta(hours=1))
    withdraw_consent(fatima, FINES, at=NOON + timedelta(hours=2))

    assert standing_of(fatima, TODAY).consents == frozenset()
    assert TipChoice.objects.get().ended_at == NOON + timedelta(hours=1)
    consent(fatima, FINES, at=NOON + timedelta(days=1))
    assert standing_of(fatima, TODAY).consents == {FINES}


def test_of_a_no_that_is_taken_back_nothing_is_left(fatima):
    turn_tips(fatima, on=False, at=NOON)
    assert standing_of(fatima, TODAY).is_off

    turn_tips(fatima, on=True, at=NOON)

    assert not TipChoice.objects.exists()


def test_the_proof_of_a_yes_is_kept_for_five_years(fatima):
    consent(fatima, FINES, at=NOON)
    withdraw_consent(fatima, FINES, at=NOON)

    assert forget_choices(TODAY.replace(year=2031)) == 0
    assert forget_choices(TODAY.replace(year=2031) + timedelta(days=1)) == 1


def test_a_choice_that_still_works_is_never_forgotten(fatima):
    turn_topic(fatima, Topic.WERK, on=False, at=NOON)
    consent(fatima, FINES, at=NOON)

    assert forget_choices(TODAY.replace(year=2060)) == 0


def test_that_a_tip_was_shown_is_gone_after_thirty_days(fatima):
    note_shown(fatima, [tips()["ww-stopt"]], TODAY)

    assert forget_shown(TODAY + timedelta(days=30)) == 0
    assert forget_shown(TODAY + timedelta(days=31)) == 1


def test_shown_again_it_counts_from_the_last_time(fatima):
    note_shown(fatima, [tips()["ww-stopt"]], TODAY)
    note_shown(fatima, [tips()["ww-stopt"]], TODAY + timedelta(days=20))

    assert forget_shown(TODAY + timedelta(days=31)) == 0
    assert ShownTip.objects.get().last_on == TODAY + timedelta(days=20)


def test_the_choices_of_one_are_not_those_of_another(fatima):
    jan = fatima.__class__.objects.exclude(pk=fatima.pk).get()
    turn_tips(fatima, on=False, at=NOON)
    consent(fatima, FINES, at=NOON)

    standing = standing_of(jan, TODAY)

    assert (standing.is_off, standing.consents) == (False, frozenset())


def test_another_municipality_sees_no_choice(fatima, buren):
    turn_tips(fatima, on=False, at=NOON)

    with within(buren):
        assert not TipChoice.objects.exists()


def test_the_database_keeps_one_choice_of_a_kind(fatima):
    turn_tips(fatima, on=False, at=NOON)

    with pytest.raises(IntegrityError), transaction.atomic():
        TipChoice.objects.create(resident=fatima, about="alles", chosen_at=NOON)


def test_who_takes_everything_along_takes_this_along(fatima):
    turn_topic(fatima, Topic.WERK, on=False, at=NOON)
    consent(fatima, FINES, at=NOON + timedelta(minutes=1))
    note_shown(fatima, [tips()["ww-stopt"]], TODAY)

    content = PART.read(fatima, NOON)

    assert [each["key"] for each in content["choices"]] == ["werk", FINES]
    said = [line for part in PART.words(content) for line in part["lines"]]
    assert said == [
        "Geen tips over Werk en WW.",
        "Toestemming voor: Boetes bij het CJIB",
        "Uw WW stopt bijna",
    ]
