"""A file of households: read to the cell, refused with what to do, and never about persons."""

import pytest

from plein.kernel.csv_rows import NotACsv
from plein.policy.kinds import CHILDREN
from plein.policy.own_file import (
    ColumnsDiffer,
    FileIsEmpty,
    FileTooLarge,
    HoldsPersons,
    RowsDiffer,
    read_households,
)
from plein.regelingen.library import rule_book

ASKS = {"bezit", "heeft_gezamenlijke_huishouding", "leeftijd_in_maanden", "schulden", *CHILDREN}
MUST = {"bezit", "leeftijd_in_maanden"}
HEAD = "bezit;leeftijd_in_maanden;heeft_gezamenlijke_huishouding"
BSNS = ["999990019", "999990020", "999990032"]


def read(*rows: str, must=MUST):
    return read_households("\n".join(rows).encode(), rule_book(), ASKS, must)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1250", 1250),
        ("1.250,50", 1250.5),
        ("1250,50", 1250.5),
        ("1250.50", 1250.5),
        ("1.250.000", 1_250_000),
        ("0", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(cell, value):
    assert read(HEAD, f"{cell};480;ja").columns["bezit"].tolist() == [value]


def test_yes_and_no_are_words():
    found = read(HEAD, "0;480;Ja", "0;480;nee")

    assert found.columns["heeft_gezamenlijke_huishouding"].tolist() == [True, False]


def test_what_may_be_left_out_is_nought_and_said():
    found = read(HEAD, "5;480;nee")

    assert found.absent == (*sorted(CHILDREN), "schulden")
    assert found.columns["schulden"].tolist() == [0]


@pytest.mark.parametrize(
    ("row", "column", "text"),
    [
        ("-5;480;ja", "bezit", "lager"),
        ("veel;480;ja", "bezit", "cijfers"),
        (";480;ja", "bezit", "cijfers"),
        ("nan;480;ja", "bezit", "cijfers"),
        ("1e9;480;ja", "bezit", "cijfers"),
        ("=1+1;480;ja", "bezit", "cijfers"),
        ("2000000000;480;ja", "bezit", "hoger"),
        ("1.250;480;ja", "bezit", "zonder punt"),
        ("5;480,5;ja", "leeftijd_in_maanden", "heel getal"),
        ("5;1501;ja", "leeftijd_in_maanden", "hoger"),
        ("5;480;misschien", "heeft_gezamenlijke_huishouding", "ja of nee"),
        ("5;480", "heeft_gezamenlijke_huishouding", "ja of nee"),
    ],
)
def test_each_bad_cell_is_named_with_its_row_and_what_to_do(row, column, text):
    with pytest.raises(RowsDiffer) as refusal:
        read(HEAD, "5;480;ja", row)

    (problem,) = refusal.value.problems
    assert (problem.row, problem.column) == (3, column)
    assert text in str(problem.text)


def test_a_row_with_too_many_cells_is_named():
    with pytest.raises(RowsDiffer) as refusal:
        read(HEAD, "5;480;ja;7")

    assert [problem.row for problem in refusal.value.problems] == [2]


def test_every_bad_cell_is_named_at_once_in_the_order_of_the_file():
    with pytest.raises(RowsDiffer) as refusal:
        read(HEAD, "5;x;ja", "-1;480;ja", "5;480;x")

    assert [problem.row for problem in refusal.value.problems] == [2, 3, 4]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("bezit;leeftijd_in_maanden;inkomen", "kennen wij niet: inkomen"),
        ("bezit;leeftijd_in_maanden;bezit", "staat er vaker: bezit"),
        ("leeftijd_in_maanden;schulden", "staat er niet: bezit"),
    ],
)
def test_a_column_that_is_wrong_is_named(head, text):
    with pytest.raises(ColumnsDiffer, match=text):
        read(head, "5;480;1")


@pytest.mark.parametrize("head", ["bsn", "bezit", "schulden"])
def test_a_column_of_bsns_is_refused_whatever_it_is_called(head):
    with pytest.raises(HoldsPersons, match=f"kolom {head}"):
        read(f"{head};leeftijd_in_maanden", *(f"{bsn};480" for bsn in BSNS))


def test_a_bsn_without_its_first_nought_is_one_too():
    with pytest.raises(HoldsPersons):
        read("bezit;leeftijd_in_maanden", "10000008;480")


def test_a_bsn_in_the_place_of_a_name_is_not_repeated():
    with pytest.raises(HoldsPersons) as refusal:
        read(f"{BSNS[0]};480", f"{BSNS[1]};480")

    assert not any(bsn in str(refusal.value) for bsn in BSNS)
    assert "kolom 1" in str(refusal.value)


def test_a_bsn_beside_the_columns_is_refused_as_well():
    with pytest.raises(HoldsPersons, match="kolom 3"):
        read("bezit;leeftijd_in_maanden", f"5;480;{BSNS[0]}")


def test_large_amounts_that_fail_the_eleven_test_are_no_persons():
    found = read("bezit;leeftijd_in_maanden", "100000000;480", "200000000;480", "123456782;480")

    assert found.size == 3


@pytest.mark.parametrize("content", [b"", b"\n\n", HEAD.encode()])
def test_a_file_without_households_is_refused(content):
    with pytest.raises(FileIsEmpty):
        read_households(content, rule_book(), ASKS, MUST)


def test_a_workbook_is_no_csv():
    with pytest.raises(NotACsv):
        read_households(b"PK\x03\x04" + b"x" * 40, rule_book(), ASKS, MUST)


def test_one_row_more_than_may_be_is_refused(monkeypatch):
    monkeypatch.setattr("plein.policy.own_file.MOST_ROWS", 2)

    assert read(HEAD, *["5;480;ja"] * 2).size == 2
    with pytest.raises(FileTooLarge):
        read(HEAD, *["5;480;ja"] * 3)
