"""A CSV as municipalities make it, and all that can be wrong in one."""

from datetime import date

import pytest

from plein.identity.imports import records
from plein.identity.imports.records import MOST_BYTES, ColumnsDiffer, FileIsEmpty, FileTooLarge
from plein.kernel.csv_rows import NotACsv
from plein.webshop.imports.reading import COLUMNS
from plein.webshop.imports.rows import RowRole, read_rows

HEAD = ";".join(COLUMNS)
ADULT = "A1;999990019;Fatima;volwassene;;;;125,00"
CHILD = "A2;;Sami;kind;2018-05;basisschool;999990019;"


def read_records(upload: bytes) -> list[records.Record]:
    return records.read_records(upload, COLUMNS)


def file_of(*lines: str) -> bytes:
    return "\r\n".join([HEAD, *lines]).encode()


def problems_of(*lines: str) -> list[tuple[int, str]]:
    _rows, problems = read_rows(read_records(file_of(*lines)))
    return [(problem.row, problem.column) for problem in problems]


def test_a_row_is_read_with_everything_in_it():
    rows, problems = read_rows(read_records(file_of(ADULT, CHILD)))

    adult, child = rows
    assert problems == []
    assert (adult.role, adult.cents, adult.birth_month) == (RowRole.ADULT, 12_500, None)
    assert (child.name, child.birth_month, child.cents) == ("Sami", date(2018, 5, 1), None)
    assert child.head == adult.bsn


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_cells_stand_between_semicolons_commas_or_tabs(separator):
    lines = [HEAD, ADULT.replace("125,00", "125")]

    records = read_records("\n".join(lines).replace(";", separator).encode())

    assert records[0].cells["voornaam"] == "Fatima"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_names_keep_their_signs_in_every_encoding_of_excel(encoding):
    upload = file_of(ADULT.replace("Fatima", "Zoë")).decode().encode(encoding)

    records = read_records(upload)

    assert records[0].cells["voornaam"] == "Zoë"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_computer(newline):
    assert len(read_records(newline.join([HEAD, ADULT, CHILD]).encode())) == 2


def test_empty_lines_do_not_count_as_rows_but_keep_the_numbers_right():
    records = read_records(file_of("", ";;;;;;;", ADULT))

    assert [record.number for record in records] == [4]


@pytest.mark.parametrize("upload", [b"", b"  \r\n ", HEAD.encode()])
def test_an_empty_file_is_refused(upload):
    with pytest.raises(FileIsEmpty):
        read_records(upload)


def test_a_column_that_we_do_not_know_is_named():
    with pytest.raises(ColumnsDiffer, match="achternaam"):
        read_records(f"{HEAD};achternaam\n{ADULT};Haddad".encode())


def test_a_column_that_is_missing_is_named():
    with pytest.raises(ColumnsDiffer, match="bedrag"):
        read_records(HEAD.removesuffix(";bedrag").encode())


def test_a_column_that_is_there_twice_is_named():
    with pytest.raises(ColumnsDiffer, match="bsn"):
        read_records(f"{HEAD};bsn".encode())


@pytest.mark.parametrize("upload", [b"PK\x03\x04 xlsx", b"kenmerk\0", b"\x81\x8d\xff\xfe"])
def test_another_kind_of_file_is_refused(upload):
    with pytest.raises(NotACsv):
        read_records(upload)


def test_a_file_over_the_limits_is_refused():
    with pytest.raises(FileTooLarge):
        read_records(b"x" * (MOST_BYTES + 1))
    with pytest.raises(FileTooLarge):
        read_records(file_of(*["A;;;;;;;"] * 50_001))


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (";999990019;Fatima;volwassene;;;;", "kenmerk"),
        ("A1;123456789;Fatima;volwassene;;;;", "bsn"),
        ("A1;;Fatima;volwassene;;;;", "bsn"),
        ("A1;999990019;Fatima;oma;;;;", "rol"),
        ("A1;;Sami;kind;2018-13;;999990019;", "geboortemaand"),
        ("A1;;Sami;kind;;;999990019;", "geboortemaand"),
        ("A1;;;kind;2018-05;;999990019;", "voornaam"),
        ("A1;;Sami;kind;2018-05;;;", "bsn_aanvrager"),
        ("A1;999990020;Sami;kind;2018-05;;999990019;", "bsn"),
        ("A1;;Sami;kind;2018-05;universiteit;999990019;", "school"),
        ("A1;999990019;Fatima;volwassene;;;;veel", "bedrag"),
        ("A1;999990019;Fatima;volwassene;;;;-5", "bedrag"),
        ("A1;999990019;Fatima;volwassene;;;;0", "bedrag"),
        ("A1;999990019;Jan;partner;;;;", "bsn_aanvrager"),
        ("A1;999990019;Jan;partner;;;999990019;", "bsn"),
        ("A1;999990019;Fatima;volwassene;;;999990020;", "bsn_aanvrager"),
        ("A1;999990019;=HYPERLINK(1);volwassene;;;;", "voornaam"),
        ("@SUM(A1);999990019;Fatima;volwassene;;;;", "kenmerk"),
        ("nr 999990019;999990019;Fatima;volwassene;;;;", "kenmerk"),
        (f"{'x' * 61};999990019;Fatima;volwassene;;;;", "kenmerk"),
        (f"{ADULT};nog een cel", ""),
    ],
)
def test_what_is_wrong_is_said_with_row_and_column(line, column):
    assert problems_of(line) == [(2, column)]


def test_every_wrong_row_is_reported_at_once():
    wrong = ["A1;1;;oma;;;;", ADULT.replace("A1", "A2"), "A3;;;kind;;;;x"]

    assert {row for row, _column in problems_of(*wrong)} == {2, 4}


def test_the_same_reference_twice_in_a_file_is_reported():
    _rows, problems = read_rows(read_records(file_of(ADULT, ADULT)))

    assert [(each.row, each.column) for each in problems] == [(3, "kenmerk")]
    assert "rij 2" in str(problems[0].text)


def test_no_complaint_repeats_what_stands_in_the_cell():
    _rows, problems = read_rows(read_records(file_of("A1;999990018;Geheim;volwassene;;;;")))

    assert "99999" not in " ".join(str(each.text) for each in problems)
