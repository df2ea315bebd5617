"""Two bits for each credential, in a list that everybody may read."""

import zlib
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plein.kernel.sd_jwt.jws import sign
from plein.kernel.sd_jwt.keys import public_part, read_key_set
from plein.kernel.sd_jwt.refusals import StatusUnknown
from plein.kernel.sd_jwt.status_list import Status, StatusBits, read_list
from plein.kernel.sd_jwt.text import decode, encode
from tests.cast import NOON
from tests.kernel.sd_jwt.conftest import LIST


def read(world, text):
    return read_list(text, uri=LIST, keys=read_key_set({"keys": [public_part(world.key)]}), at=NOON)


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 255), st.sampled_from(Status), max_size=30))
def test_each_place_keeps_its_own_status(wanted):
    bits = StatusBits(2, bytes(64))

    for index, status in wanted.items():
        bits = bits.with_status(index, status)

    assert {index: bits.at(index) for index in range(256)} == {
        index: wanted.get(index, 0) for index in range(256)
    }


def test_the_example_of_the_draft_reads_as_the_draft_says(world):
    """Section 4.2: sixteen places of one bit in two bytes, 0xb9 and 0xa3."""
    packed = "eNrbuRgAAhcBXQ"
    wanted = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]

    bits = StatusBits(1, zlib.decompress(decode(packed)))

    assert [bits.at(index) for index in range(16)] == wanted


@pytest.mark.parametrize("index", [-1, 4096])
def test_a_place_outside_the_list_has_no_status(index):
    with pytest.raises(StatusUnknown):
        StatusBits(2, bytes(1024)).at(index)


@pytest.mark.parametrize(
    "found",
    [
        {"bits": 3, "lst": encode(zlib.compress(bytes(9)))},
        {"bits": 2, "lst": encode(b"no zlib")},
        {"bits": 2, "lst": encode(zlib.compress(bytes(100)))[:-4]},
        {"bits": 2, "lst": encode(zlib.compress(bytes(64 * 1024 * 1024), 9))},
        {"bits": 2},
        "no list",
    ],
    ids=["odd size", "not packed", "cut off", "a bomb", "empty", "no list"],
)
def test_a_list_that_cannot_be_read_says_nothing(world, found):
    end = int((NOON + timedelta(hours=1)).timestamp())
    text = sign(
        {"sub": LIST, "exp": end, "status_list": found},
        typ="statuslist+jwt",
        key=world.key,
        kid=str(world.key.kid),
    )

    with pytest.raises(StatusUnknown):
        read(world, text)


def test_what_was_signed_can_be_read_back(world):
    assert read(world, world.list_with(Status.SUSPENDED)).at(7) == Status.SUSPENDED
