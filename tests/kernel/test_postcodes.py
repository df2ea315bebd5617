"""Postcodes in their order: a part of a town is a span of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.postcodes import NotAPostcode, read_postcode, read_span, write_span

POSTCODES = st.from_regex(r"[1-9][0-9]{3} [A-Z]{2}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("7811", "7811 AA", "7812 AA"),
        ("7811", "7811zz", "7810 ZZ"),
        ("7812 AB", "7812AB", "7812 AC"),
        ("7813 AA-7815 ZZ", "7814 QX", "7816 AA"),
        ("7813-7815", "7815 ZZ", "7812 ZZ"),
    ],
)
def test_a_span_holds_its_first_and_its_last_postcode(text, inside, outside):
    start, end = read_span(text)

    assert start <= read_postcode(inside) < end
    assert not start <= read_postcode(outside) < end


@pytest.mark.parametrize("text", ["", "781", "0811 AB", "7811 A", "7812-7811", "Emmen", "7811 AB-"])
def test_what_is_no_postcode_is_refused_by_name(text):
    with pytest.raises(NotAPostcode):
        read_span(text)


def test_four_digits_are_no_address():
    with pytest.raises(NotAPostcode):
        read_postcode("7811")


@given(POSTCODES, POSTCODES)
def test_a_span_is_written_as_it_is_read(one, other):
    first, last = sorted([one, other])

    span = read_span(f"{first}-{last}")

    assert read_span(write_span(*span)) == span
