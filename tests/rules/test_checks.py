"""A rule book that does not fit says everything that is wrong, before anybody asks it something."""

import pytest

from plein.rules.checks import check
from plein.rules.facts import Fact, FactType
from plein.rules.norms import Norm
from plein.rules.refusals import RulesDoNotFit
from plein.rules.rule import rule
from tests.rules.conftest import DEEL, FACTS, MINIMUM, book_of, hulp, toeslag, totaal


def test_the_small_law_fits(book):
    check(book)


@rule("")
def zonder_wet(hulp):
    """Zegt wel iets."""
    return hulp


@rule("Testwet art. 4")
def zonder_zin(hulp):
    return hulp


@rule("Testwet art. 5")
def vraagt_te_veel(schoenmaat):
    """Iets wat niemand kent."""
    return schoenmaat


@rule("Testwet art. 6")
def kip(ei):
    """Eerst het ei."""
    return ei


@rule("Testwet art. 6")
def ei(kip):
    """Eerst de kip."""
    return kip


@rule("Testwet art. 7")
def inkomen(hulp):
    """Heet zoals een gegeven."""
    return hulp


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ([zonder_wet], "rule zonder_wet names no law"),
        ([zonder_zin], "rule zonder_zin does not say what it is"),
        ([vraagt_te_veel], "rule vraagt_te_veel asks for schoenmaat, which nobody declares"),
        ([kip, ei], "rules in a circle: .*kip"),
        ([inkomen], "inkomen is a rule and something else as well"),
        ([totaal], "two rules totaal hold on one day"),
    ],
)
def test_each_mistake_is_named(rules, says):
    with pytest.raises(RulesDoNotFit, match=says):
        check(book_of(hulp, toeslag, totaal, *rules))


def test_what_nobody_uses_is_a_mistake_too():
    shoe = Fact("schoenmaat", FactType.COUNT, "Uw schoenmaat", "inwoner")

    with pytest.raises(RulesDoNotFit) as problems:
        check(book_of(hulp, totaal, toeslag, facts=FACTS | {"schoenmaat": shoe}))
    assert "fact schoenmaat is asked by no rule" in str(problems.value)

    with pytest.raises(RulesDoNotFit, match="deel is used by no rule"):
        check(book_of(hulp, facts={"inkomen": FACTS["inkomen"]}))


def test_a_norm_without_law_source_or_figure_is_refused():
    bare = Norm("testwet", "deel", "", "deel", ())

    with pytest.raises(RulesDoNotFit) as problems:
        check(book_of(hulp, toeslag, totaal, norms=(MINIMUM, bare)))

    assert "norm testwet.deel has no figure" in str(problems.value)
    assert "norm testwet.deel lacks a law or a source" in str(problems.value)
    assert DEEL.law
