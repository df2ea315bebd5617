"""Whatever is chosen shows exactly that; whatever is touched is refused."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plein.kernel.sd_jwt import issue, present
from plein.kernel.sd_jwt.disclosures import RESERVED
from plein.kernel.sd_jwt.refusals import NotAccepted
from tests.cast import NOON
from tests.kernel.sd_jwt.conftest import ASKED

NAMES = st.text(min_size=1, max_size=20).filter(lambda name: name not in RESERVED)
FLAT = st.one_of(
    st.text(max_size=60),
    st.integers(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
)
CALM = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@CALM
@given(data=st.data(), claims=st.dictionaries(NAMES, FLAT, min_size=1, max_size=12))
def test_any_choice_shows_exactly_what_was_chosen(world, data, claims):
    chosen = data.draw(st.sets(st.sampled_from(sorted(claims))))
    credential = issue(world.draft(claims=claims), key=world.key, holder=world.holder)

    shown = present(credential, chosen, challenge=ASKED, holder=world.holder, at=NOON)

    assert world.check(shown).claims == {name: claims[name] for name in chosen}
    assert shown.count("~") == len(chosen) + 1


@settings(CALM, max_examples=400)
@given(data=st.data())
def test_any_single_bit_that_is_flipped_is_noticed(world, data):
    honest = _HONEST.setdefault("text", world.shown())
    place = data.draw(st.integers(0, len(honest) - 1))
    bit = data.draw(st.integers(0, 6))
    flipped = honest[:place] + chr(ord(honest[place]) ^ 1 << bit) + honest[place + 1 :]

    with pytest.raises(NotAccepted):
        world.check(flipped)


def test_every_bit_of_the_last_sign_of_each_part_counts(world):
    """The spare bits of base64url: a signature that can be written in two ways is two tokens."""
    honest = world.shown()
    ends = [place - 1 for place, sign in enumerate(honest + "~") if sign in "~."]

    for place in ends:
        for bit in range(7):
            flipped = honest[:place] + chr(ord(honest[place]) ^ 1 << bit) + honest[place + 1 :]
            with pytest.raises(NotAccepted):
                world.check(flipped)


_HONEST: dict[str, str] = {}
