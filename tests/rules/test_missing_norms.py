"""A norm that we do not have stops only the household that needs it."""

from dataclasses import replace
from datetime import date
from operator import attrgetter

import numpy as np
import pytest

from plein.rules.calculate import calculate, calculate_many
from plein.rules.receipt import receipt_of, replay
from plein.rules.refusals import NormMissing
from plein.rules.rule import rule
from plein.rules.words import als, hoogste, op_centen, uit_tabel
from tests.rules.conftest import DEEL, MINIMUM, SPRING, book_of

GONE = replace(DEEL, values=(), missing="niet gevonden")
ALONE, TOGETHER = {"inkomen": 600, "is_alleen": True}, {"inkomen": 600, "is_alleen": False}


@rule("Testwet art. 4")
def deel_erbij(inkomen, testwet):
    """Een deel van uw inkomen."""
    return op_centen((testwet.minimum - inkomen) * -testwet.deel / 2 + 1)


@rule("Testwet art. 5")
def deel_is_hoog(testwet):
    """Het deel is hoger dan de helft."""
    return testwet.deel > 1


@rule("Testwet art. 6")
def deel_is_half(testwet):
    """Het deel is precies de helft."""
    return testwet.deel == 1


@rule("Testwet art. 7")
def hoogste_deel(testwet):
    """Het deel, en niet minder dan niets."""
    return hoogste(0, testwet.deel)


@rule("Testwet art. 8")
def deel_uit_tabel(inkomen, testwet):
    """Het deel uit de tabel."""
    return uit_tabel(inkomen, (0, testwet.deel), testwet.deel)


@rule("Testwet art. 9")
def bedrag(is_alleen, deel_erbij, testwet):
    """Het deel erbij als u alleen bent, en anders het minimum."""
    return als(is_alleen, deel_erbij, testwet.minimum)


def used_when_alone(condition):
    """A rule that takes the condition only for who is alone."""

    @rule("Testwet art. 10")
    def uitkomst(is_alleen, voorwaarde):
        """Wat er uit komt."""
        return als(is_alleen, voorwaarde, 3)

    arguments = ("is_alleen", condition.name)
    return book_of(replace(uitkomst, arguments=arguments), condition, norms=(MINIMUM, GONE))


def book():
    return book_of(bedrag, deel_erbij, norms=(MINIMUM, GONE))


def test_a_branch_that_is_not_taken_may_lack_its_norm():
    assert calculate(book(), ["bedrag"], TOGETHER, SPRING)["bedrag"] == 1000


def test_who_takes_that_branch_hears_which_norm_is_missing():
    with pytest.raises(NormMissing, match=r"‘deel’ .testwet. ontbreekt op 01-01-2026"):
        calculate(book(), ["bedrag"], ALONE, SPRING)


@pytest.mark.parametrize(
    "condition", [deel_is_hoog, deel_is_half, hoogste_deel, deel_uit_tabel], ids=attrgetter("name")
)
def test_a_comparison_with_a_missing_norm_never_has_an_answer(condition):
    book = used_when_alone(condition)

    assert calculate(book, ["uitkomst"], TOGETHER, SPRING)["uitkomst"] == 3
    with pytest.raises(NormMissing, match=r"‘deel’"):
        calculate(book, ["uitkomst"], ALONE, SPRING)


def test_an_explanation_and_a_receipt_leave_out_what_was_not_needed():
    outcome = calculate(book(), ["bedrag"], TOGETHER, SPRING)

    told = [node.name for _depth, node in outcome.explain("bedrag").walk()]
    assert told == ["bedrag", "is_alleen"]
    assert replay(book(), receipt_of(outcome)) == []


def test_many_households_at_once_need_every_norm():
    columns = {"inkomen": np.array([600.0]), "is_alleen": np.array([False])}

    with pytest.raises(NormMissing):
        calculate_many(book(), ["bedrag"], columns, SPRING)


def test_no_household_gets_an_amount_when_the_first_norm_is_still_to_come():
    with pytest.raises(NormMissing, match=r"‘minimum’ .* vanaf 01-01-2026"):
        calculate(book(), ["bedrag"], TOGETHER, date(2025, 12, 31))
