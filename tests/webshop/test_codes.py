"""Pick-up codes: many, different, and read however people type them."""

import math

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.crypto import CannotOpen
from plein.kernel.short_code import ALPHABET, LENGTH, new_code, read_code, spaced
from plein.webshop.codes import code_index, code_of
from plein.webshop.models import Pickup
from tests.cast import TODAY
from tests.webshop.conftest import children_of, order

CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)


@pytest.fixture
def pickup(fatima, kindpakket, swimming_lessons, grant_for) -> Pickup:
    lina = children_of(fatima)[0]
    return order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina))).pickups.get()


def test_a_hundred_thousand_codes_are_different():
    codes = {new_code() for _time in range(100_000)}

    assert len(codes) >= 99_995  # of 32 ** 8; the database refuses the rare double


def test_a_code_cannot_be_guessed():
    assert math.log2(len(ALPHABET)) * LENGTH == 40
    assert len(set(ALPHABET)) == 32
    assert not set("0O1I") & set(ALPHABET)


def test_different_codes_have_different_indexes(emmen):
    codes = {new_code() for _time in range(300)}

    assert len({code_index(emmen, code) for code in codes}) == len(codes)


def test_the_database_refuses_a_code_that_is_in_use(emmen, pickup):
    with pytest.raises(IntegrityError, match="webshop_code_once"), transaction.atomic():
        Pickup.objects.create(
            order=pickup.order,
            provider=pickup.provider,
            code_index=pickup.code_index,
            code_sealed=b"",
            valid_until=TODAY,
        )


def test_the_same_code_in_another_municipality_is_another_code(emmen, buren):
    assert code_index(emmen, "ABCDEFGH") != code_index(buren, "ABCDEFGH")


@given(CODES)
def test_a_code_is_read_as_it_was_shown(code):
    assert read_code(spaced(code)) == code
    assert read_code(f" {spaced(code).lower()} ") == code
    assert read_code(" ".join(code)) == code


@pytest.mark.parametrize(
    "typed", ["abcd-efgh", "ABCD EFGH", "ab.cd.ef.gh", "abcd–efgh", " ABCDEFGH\t"]
)
def test_signs_between_the_letters_do_not_matter(typed):
    assert read_code(typed) == "ABCDEFGH"


def test_the_code_lies_sealed_and_opens_in_its_own_place_only(emmen, pickup):
    code = code_of(emmen, pickup)
    other = Pickup(code_sealed=pickup.code_sealed)

    assert code.encode() not in bytes(pickup.code_sealed) + bytes(pickup.code_index)
    with pytest.raises(CannotOpen):
        code_of(emmen, other)
