"""What a move does, from values alone: every aanvraag has a line, and nothing is guessed."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import product

import pytest

from plein.cases.models import EffectKind
from plein.cases.relocation_effects import Standing, effects_of, is_late, is_too_early
from plein.journeys.journey import OnMovingAway
from tests.cast import TODAY

DAY, BEFORE = timedelta(days=1), TODAY - timedelta(days=1)
OURS, THEIRS = "GKB", "Wijkteam Noord"


@dataclass(frozen=True)
class Asked:
    """A case, as far as a plan looks at it."""

    on_moving_away: OnMovingAway = OnMovingAway.STAYS

    @property
    def case_type(self):
        return self

    read = case_type


@dataclass(frozen=True)
class Gift:
    start: object


@dataclass(frozen=True)
class Partner:
    organisation: str


def kinds(*standings, leaves=False, today=TODAY):
    return [each.kind for each in effects_of(standings, day=TODAY, today=today, leaves=leaves)][1:]


def away(rule, *gifts):
    return kinds(Standing(Asked(rule), gifts), leaves=True)


def within(there, *partners):
    by_area = tuple(Partner(each) for each in partners)
    return kinds(Standing(Asked(), by_area=by_area, there=there))


@pytest.mark.parametrize(
    ("days", "too_early", "late"),
    [(29, True, False), (28, False, False), (-5, False, False), (-6, False, True)],
)
def test_the_days_on_which_a_notice_is_in_time(days, too_early, late):
    moves_on = TODAY + days * DAY

    assert (is_too_early(moves_on, TODAY), is_late(moves_on, TODAY)) == (too_early, late)


def test_what_goes_with_the_municipality_ends_the_day_before():
    standing = Standing(Asked(OnMovingAway.ENDS), (Gift(BEFORE),))

    _address, effect = effects_of([standing], day=TODAY, today=TODAY, leaves=True)

    assert (effect.kind, effect.on) == (EffectKind.ENDS, BEFORE)


def test_what_runs_is_offered_and_what_is_not_sure_is_looked_at():
    assert away(OnMovingAway.HAND_OVER, Gift(BEFORE)) == [EffectKind.HAND_OVER]
    assert away(OnMovingAway.HAND_OVER) == [EffectKind.LOOKED_AT]
    assert away(OnMovingAway.ENDS) == [EffectKind.LOOKED_AT]
    assert away(OnMovingAway.ENDS, Gift(TODAY)) == [EffectKind.LOOKED_AT]
    assert away(OnMovingAway.STAYS, Gift(BEFORE)) == [EffectKind.STAYS]


def test_an_organisation_changes_only_where_it_is_one_and_another():
    assert within(THEIRS, OURS) == [EffectKind.PARTNER]
    assert within(OURS, OURS) == [EffectKind.STAYS]
    assert within(None, OURS) == [EffectKind.PARTNER_BY_HAND]
    assert within(THEIRS) == [EffectKind.STAYS]


def test_an_organisation_never_begins_in_the_past():
    standing = Standing(Asked(), by_area=(Partner(OURS),), there=THEIRS)

    _address, effect = effects_of([standing], day=TODAY, today=TODAY + DAY, leaves=False)

    assert effect.on == TODAY + DAY


def test_every_aanvraag_has_a_line_and_the_address_one():
    standings = [
        Standing(Asked(rule), gifts, partners, there)
        for rule, gifts, partners, there in product(
            OnMovingAway, [(), (Gift(BEFORE),)], [(), (Partner(OURS),)], [None, OURS, THEIRS]
        )
    ]

    for leaves in (True, False):
        effects = list(effects_of(standings, day=TODAY, today=TODAY, leaves=leaves))
        assert [each.kind for each in effects].count(EffectKind.ADDRESS) == 1
        assert len(effects) == 1 + len(standings)
