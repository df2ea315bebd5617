"""A sealed value opens in its own place, with its own key, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.crypto import CannotOpen, blind_index, derive, new_key, seal, unseal

KEY = new_key()
PLACE = "1|fatima|name"


@given(st.binary(max_size=200), st.text(max_size=20))
def test_what_is_sealed_opens_with_its_key_and_context(plain, context):
    assert unseal(KEY, seal(KEY, plain, context=context), context=context) == plain


@pytest.mark.parametrize("context", ["2|fatima|name", "1|jan|name", "1|fatima|bsn", ""])
def test_a_value_that_was_moved_does_not_open(context):
    sealed = seal(KEY, b"Fatima", context=PLACE)

    with pytest.raises(CannotOpen):
        unseal(KEY, sealed, context=context)


def test_a_value_with_one_bit_changed_does_not_open():
    sealed = seal(KEY, b"Fatima", context=PLACE)

    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(CannotOpen):
            unseal(KEY, bytes(changed), context=PLACE)


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_a_value_that_was_cut_off_does_not_open(length):
    sealed = seal(KEY, b"Fatima", context=PLACE)

    with pytest.raises(CannotOpen):
        unseal(KEY, sealed[:length], context=PLACE)


def test_another_key_does_not_open():
    with pytest.raises(CannotOpen):
        unseal(new_key(), seal(KEY, b"Fatima", context=PLACE), context=PLACE)


def test_the_same_value_is_never_sealed_to_the_same_bytes():
    assert len({seal(KEY, b"Fatima", context=PLACE) for _time in range(100)}) == 100


def test_an_index_finds_the_same_value_and_only_with_the_same_key():
    assert blind_index(KEY, "999990019") == blind_index(KEY, "999990019")
    assert blind_index(KEY, "999990019") != blind_index(KEY, "999990020")
    assert blind_index(KEY, "999990019") != blind_index(new_key(), "999990019")


def test_keys_for_two_purposes_differ_from_each_other_and_from_their_source():
    assert len({KEY, derive(KEY, "wrap"), derive(KEY, "index")}) == 3
    assert derive(KEY, "wrap") == derive(KEY, "wrap")
