import copy
import json
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.bsn import Bsn, NotABsn

DIGITS = "999990019"


@pytest.mark.parametrize("text", [DIGITS, "9999.90.019", "999 990 019", f" {DIGITS} "])
def test_a_bsn_is_read_as_people_write_it(text):
    assert Bsn(text).reveal() == DIGITS


def test_a_zero_that_a_spreadsheet_dropped_is_put_back():
    assert Bsn("12345672").reveal() == "012345672"


@pytest.mark.parametrize(
    "text", ["", "999990018", "99999001", "9999900190", "12", "000000000", "99999001a", "einen"]
)
def test_what_is_not_a_bsn_is_refused_without_repeating_it(text):
    with pytest.raises(NotABsn) as caught:
        Bsn(text)

    assert not text or text not in str(caught.value)
    assert caught.value.__cause__ is None


@given(st.text(max_size=11))
def test_any_text_is_a_bsn_of_nine_digits_or_a_refusal(text):
    try:
        assert len(Bsn(text).reveal()) == 9
    except NotABsn:
        pass


@pytest.mark.parametrize("show", [str, repr, ascii, "{}".format, "%s".__mod__, "{0!r:>20}".format])
def test_no_way_of_showing_it_shows_a_digit(show):
    for thing in (Bsn(DIGITS), [Bsn(DIGITS)], {"bsn": Bsn(DIGITS)}):
        assert DIGITS not in show(thing)
        assert "Bsn(" in show(thing)


def test_it_does_not_slip_into_json_or_a_traceback():
    bsn = Bsn(DIGITS)

    with pytest.raises(TypeError):
        json.dumps({"bsn": bsn})
    try:
        raise ValueError(bsn)
    except ValueError as error:
        shown = "".join(traceback.format_exception(error))

    assert DIGITS not in shown
    assert not hasattr(bsn, "__dict__")


def test_two_of_the_same_are_equal_and_it_is_no_text():
    assert Bsn(DIGITS) == Bsn("9999.90.019") == copy.copy(Bsn(DIGITS))
    assert len({Bsn(DIGITS), Bsn(DIGITS)}) == 1
    assert Bsn(DIGITS) != DIGITS
