"""A condition reads like a sentence, and cannot run anything."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.journeys.comparisons import Comparison, Contains, IsIn, Name
from plein.journeys.conditions import MOST_DEPTH, read_condition
from plein.journeys.kinds import check_kinds
from plein.journeys.tokens import FIXED_WORDS, MOST_SIGNS, ConditionDoesNotFit
from plein.journeys.tree import Every, Not, Some
from plein.journeys.values import SIGNS, ValueKind

KINDS = {
    "woonsituatie": ValueKind.TEXT,
    "kinderen": ValueKind.NUMBER,
    "spaargeld": ValueKind.NUMBER,
    "werkt": ValueKind.YES_NO,
    "begin": ValueKind.DAY,
    "kosten": ValueKind.CHOICES,
}
ANSWERS = {
    "woonsituatie": "samen",
    "kinderen": 2,
    "spaargeld": Decimal("12.50"),
    "werkt": True,
    "begin": date(2026, 1, 31),
    "kosten": ("huur", "eten"),
}

slugs = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda name: name not in FIXED_WORDS
)
texts = st.text(max_size=8).filter(
    lambda text: "\n" not in text and not ('"' in text and "'" in text)
)
numbers = st.decimals(-9999, 9999, places=2)
literals = st.one_of(st.booleans(), numbers, texts, st.dates())
comparisons = st.one_of(
    st.builds(Comparison, slugs, st.sampled_from(sorted(SIGNS)), literals | st.builds(Name, slugs)),
    st.builds(IsIn, slugs, st.lists(literals, min_size=1, max_size=3).map(tuple)),
    st.builds(Contains, slugs, texts),
)
conditions = st.recursive(
    comparisons,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.builds(Every, st.lists(parts, min_size=2, max_size=3).map(tuple)),
        st.builds(Some, st.lists(parts, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=4,
).filter(lambda condition: len(str(condition)) <= MOST_SIGNS)
answers = st.dictionaries(slugs, literals | st.lists(texts, max_size=2).map(tuple), max_size=4)


@pytest.mark.parametrize(
    "text",
    [
        'woonsituatie == "samen"',
        "woonsituatie != 'alleen'",
        'woonsituatie in ["samen", "anders"]',
        '"huur" in kosten',
        "kinderen >= 1 and spaargeld < 12.51",
        "spaargeld <= 12.5",
        "kinderen < spaargeld",
        "begin == 2026-01-31",
        "begin < 2026-02-01",
        "werkt",
        "werkt == ja",
        "werkt != false",
        "not kinderen == 3",
        'woonsituatie == "alleen" or kinderen == 2 and werkt',
        '(woonsituatie == "alleen" or kinderen == 2) and werkt',
        "not (kinderen == 1 or kinderen == 3)",
    ],
)
def test_this_holds_for_the_household(text):
    assert read_condition(text).holds(ANSWERS)


@pytest.mark.parametrize(
    "text",
    [
        'woonsituatie == "alleen"',
        'woonsituatie in ["alleen"]',
        '"gas" in kosten',
        "kinderen > 2",
        "begin > 2026-01-31",
        "werkt == nee",
        "werkt and kinderen == 3",
    ],
)
def test_this_does_not_hold_for_the_household(text):
    assert not read_condition(text).holds(ANSWERS)


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_a_question_without_an_answer_makes_every_comparison_false(sign):
    assert not read_condition(f"leeftijd {sign} 18").holds(ANSWERS)
    assert not read_condition(f"kinderen {sign} leeftijd").holds(ANSWERS)
    assert read_condition(f"not leeftijd {sign} 18").holds(ANSWERS)


def test_what_does_not_compare_is_neither_the_same_nor_different():
    assert not read_condition("werkt == 1").holds(ANSWERS)
    assert not read_condition("werkt != 1").holds(ANSWERS)
    assert not read_condition('kinderen < "3"').holds(ANSWERS)


def test_a_condition_names_its_questions():
    condition = read_condition('not (a == "x" and b < c) or "huur" in d or e in [1, 2]')

    assert condition.names == {"a", "b", "c", "d", "e"}


@pytest.mark.parametrize(
    ("text", "column", "what"),
    [
        ("", 1, "verwacht de naam van een vraag, maar hier is het einde"),
        ('woonsituatie = "samen"', 14, "schrijf =="),
        ('woonsituatie == "samen', 17, "de tekst heeft geen einde"),
        ("a == 1 && b == 2", 8, "schrijf and"),
        ("3 < kinderen", 1, "verwacht de naam van een vraag, niet 3"),
        ('"huur" == kosten', 8, "zet de naam van de vraag links"),
        ("begin == 2026-02-30", 10, "de datum 2026-02-30 bestaat niet"),
        ("a in []", 7, "verwacht een tekst"),
        ("a in b", 6, "verwacht een lijst"),
        ('a in ["x" "y"]', 11, "verwacht een komma of ]"),
        ("(a == 1", 8, "verwacht een haakje )"),
        ("a == 1 b", 8, "verwacht and of or, niet b"),
        ("ja", 1, "verwacht de naam van een vraag, niet ja"),
        ("__import__('os')", 1, "dit teken kan hier niet"),
        ("open('x')", 5, "verwacht and of or, niet ("),
        ("a.b == 1", 2, "dit teken kan hier niet"),
        ("not " * 14 + "a", 53, f"hooguit {MOST_DEPTH}"),
        ("(" * 200, 14, f"hooguit {MOST_DEPTH}"),
        ("a" * 501, 500, f"hooguit {MOST_SIGNS}"),
    ],
)
def test_what_is_wrong_is_told_with_its_column_and_an_example(text, column, what):
    with pytest.raises(ConditionDoesNotFit) as refused:
        read_condition(text)

    assert f"kolom {column}: " in str(refused.value)
    assert what in str(refused.value)
    assert 'Voorbeeld: woonsituatie == "samen"' in str(refused.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            'kinderen == "twee"',
            'kinderen is een getal: vergelijk niet met "twee", dat is een tekst',
        ),
        (
            "woonsituatie == ja",
            "woonsituatie is een tekst: vergelijk niet met ja, dat is ja of nee",
        ),
        ("begin < 2026", "begin is een datum: vergelijk niet met 2026, dat is een getal"),
        ("begin < kinderen", "begin is een datum: vergelijk niet met kinderen, dat is een getal"),
        ('woonsituatie < "samen"', "woonsituatie is een tekst: daarmee kan < niet"),
        ("werkt >= nee", "werkt is ja of nee: daarmee kan >= niet"),
        ('kosten == "huur"', 'schrijf "keuze" in kosten'),
        ('"samen" in woonsituatie', "woonsituatie is een tekst, en geen lijst keuzes"),
        ("kinderen in [1, ja]", "kinderen is een getal: vergelijk niet met ja, dat is ja of nee"),
        (
            "not (werkt or kinderen)",
            "kinderen is een getal: vergelijk niet met ja, dat is ja of nee",
        ),
    ],
)
def test_what_cannot_compare_is_told_before_anybody_answers(text, problem):
    problems = list(check_kinds(read_condition(text), KINDS))

    assert len(problems) == 1
    assert problem in problems[0]


def test_what_compares_has_no_problem_and_an_unknown_name_is_left_alone():
    condition = read_condition(
        'woonsituatie == "samen" and kinderen < spaargeld and "huur" in kosten and wie == 3'
    )

    assert list(check_kinds(condition, KINDS)) == []


@given(conditions)
def test_a_condition_that_is_written_down_reads_the_same(condition):
    assert read_condition(str(condition)) == condition


@given(st.text(max_size=60) | st.text("ab1\"'=<>!()[], notinadr-", max_size=60))
def test_no_text_does_anything_but_read_or_be_refused(text):
    try:
        condition = read_condition(text)
    except ConditionDoesNotFit:
        return
    assert condition.holds({}) in (True, False)


@given(conditions, answers)
def test_not_not_changes_nothing(condition, given_answers):
    assert Not(Not(condition)).holds(given_answers) == condition.holds(given_answers)


@given(conditions, conditions, answers)
def test_not_both_is_one_of_them_not(one, other, given_answers):
    not_both = Not(Every((one, other)))
    one_not = Some((Not(one), Not(other)))

    assert not_both.holds(given_answers) == one_not.holds(given_answers)


@given(conditions, conditions, answers)
def test_none_of_them_is_each_of_them_not(one, other, given_answers):
    none = Not(Some((one, other)))
    each_not = Every((Not(one), Not(other)))

    assert none.holds(given_answers) == each_not.holds(given_answers)
