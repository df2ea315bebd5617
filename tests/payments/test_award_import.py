"""Awards that run are taken over from a file: all or none, once, and to the cent."""

from datetime import date
from itertools import islice

import pytest
from stdnum.nl import bsn as eleven_test

from plein.audit.models import Act
from plein.identity.imports.records import ColumnsDiffer, RowsDoNotFit
from plein.identity.models import Resident
from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.payments.actions.lines import calculate_run
from plein.payments.actions.running import make_run
from plein.payments.imports.applying import Totals, TotalsDiffer, take_over
from plein.payments.imports.cells import NotADay, read_day
from plein.payments.imports.planning import plan_of
from plein.payments.imports.rows import COLUMNS
from plein.payments.known import known_of
from plein.payments.models import Award
from plein.tenants.scope import within
from plein.workflows.our_rules import our_rules
from tests.cast import BSN_OF, NOON, TESTS, staff_member
from tests.payments.conftest import AT, NOVEMBER, PAY_ON

KATJA, FATIMA = BSN_OF["katja"], BSN_OF["fatima"]
GOOD = {
    "nummer": "U-1",
    "bsn": KATJA,
    "start": "01-03-2024",
    "geboren": "04-03-1998",
    "kinderen_geboren": "01-05-2017 01-06-2022",
    "iban": "NL91 ABNA 0417 1643 00",
    "naam": "K. Jansen",
    "vakantiegeld": "425,82",
}
PARTNERS = GOOD | {"partner_geboren": "2001-02-03", "nummer": "U-2", "bsn": FATIMA, "loon": "900"}


def file_of(*rows: dict[str, str], encoding: str = "utf-8", separator: str = ";") -> bytes:
    lines = [COLUMNS, *([row.get(column, "") for column in COLUMNS] for row in rows)]
    return "\r\n".join(separator.join(line) for line in lines).encode(encoding)


@pytest.fixture
def plan(emmen):
    return lambda *rows, month=NOVEMBER: plan_of(file_of(*rows), month, our_rules())


@pytest.fixture
def take(emmen, wim):
    """Take over with the totals that the file has."""

    def take(*rows, **changes):
        upload = file_of(*rows)
        found = plan_of(upload, NOVEMBER, our_rules())
        agreed = {"rows": len(found.new), "reserve": found.reserve, "pays": found.pays} | changes
        return take_over(upload, NOVEMBER, Totals(**agreed), our_rules(), by=wim, at=NOON)

    return take


def wrong(plan, **changes) -> set[tuple[int, str]]:
    with pytest.raises(RowsDoNotFit) as refused:
        plan(GOOD | changes)
    return {(each.row, each.column) for each in refused.value.problems}


def test_the_control_totals_are_those_of_the_rules(plan):
    found = plan(GOOD, PARTNERS)

    assert (len(found.new), found.reserve) == (2, 2 * 42_582)
    assert found.pays > 134_849  # Katja alone gets 1,348.49


def test_what_is_taken_over_is_paid_in_the_first_month(take, ingrid):
    plan = take(GOOD)

    run = make_run(NOVEMBER, pay_on=PAY_ON, by=ingrid, at=AT)
    calculate_run(run, our_rules(), by=TESTS, at=AT)

    assert plan.pays == run.lines.get().pays == 134_849


def test_the_totals_of_many_kinds_are_what_the_run_pays(take, ingrid):
    begun = GOOD | {"nummer": "U-3", "bsn": BSN_OF["jan"], "start": "16-11-2026"}
    plan = take(GOOD, PARTNERS, begun)

    run = make_run(NOVEMBER, pay_on=PAY_ON, by=ingrid, at=AT)
    calculate_run(run, our_rules(), by=TESTS, at=AT)

    assert plan.pays == sum(run.lines.values_list("paid", flat=True))


def test_nothing_of_before_is_paid_again(take, ingrid):
    take(GOOD)

    run = make_run(date(2026, 10, 1), pay_on=PAY_ON, by=ingrid, at=AT)
    calculate_run(run, our_rules(), by=TESTS, at=AT)

    assert not run.lines.exists()


def test_the_reserve_stands_in_the_ledger(take):
    take(GOOD)

    made = Award.objects.select_related("reserve").get()
    assert made.reserve.balance == 42_582
    assert Account.objects.get(kind=AccountKind.LASTEN).balance == -42_582
    assert check_books().is_right()


def test_the_same_file_again_changes_nothing_and_says_so(take):
    take(GOOD)

    again = take(GOOD)

    assert (again.new, again.again, again.reserve) == ([], 1, 0)
    assert Award.objects.count() == 1
    assert Account.objects.get(kind=AccountKind.VAKANTIETOESLAG).balance == 42_582


def test_a_longer_file_adds_only_what_is_new(take):
    take(GOOD)

    found = take(GOOD, PARTNERS)

    assert ([row.number for row in found.new], found.again) == (["U-2"], 1)


@pytest.mark.parametrize("total", ["rows", "reserve", "pays"])
def test_other_totals_than_those_of_the_municipality_change_nothing(take, total):
    with pytest.raises(TotalsDiffer) as refused:
        take(GOOD, **{total: 1_234})

    assert refused.value.wrong == [total]
    assert (Award.objects.count(), Resident.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("bsn", "123"),
        ("bsn", ""),
        ("nummer", ""),
        ("nummer", f"U {KATJA}"),
        ("nummer", "=1+1"),
        ("start", "31-02-2024"),
        ("start", "01-12-2026"),
        ("geboren", "mei"),
        ("geboren", "01-01-2010"),
        ("partner_geboren", "01-01-2010"),
        ("kinderen_geboren", "01-05-2017 gisteren"),
        ("kinderen_geboren", "01-05-2027"),
        ("huisgenoten_vanaf_27", "21"),
        ("huisgenoten_zonder_kosten", "-1"),
        ("inrichting", "partner"),
        ("inrichting", "soms"),
        ("besluiten", "vrijlating_z"),
        ("besluiten", "vrijlating_n_toegekend_partner"),
        ("iban", "NL91ABNA0417164301"),
        ("naam", "x" * 71),
        ("loon", "veel"),
        ("loon_partner", "100"),
        ("opgave", "misschien"),
        ("vakantiegeld", "-5"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(plan, column, value):
    assert wrong(plan, **{column: value}) == {(2, column)}


def test_a_number_or_a_person_that_comes_twice_is_wrong(plan):
    with pytest.raises(RowsDoNotFit) as refused:
        plan(GOOD, GOOD)

    assert {(each.row, each.column) for each in refused.value.problems} == {
        (3, "nummer"),
        (3, "bsn"),
    }


def test_a_number_of_somebody_else_and_a_second_award_are_wrong(take, plan):
    take(GOOD)

    assert wrong(plan, bsn=FATIMA) == {(2, "nummer")}
    assert wrong(plan, nummer="U-9") == {(2, "bsn")}


def test_a_column_that_is_missing_is_named(emmen):
    with pytest.raises(ColumnsDiffer, match="bsn"):
        plan_of(b"nummer;start\r\n1;2", NOVEMBER, our_rules())


@pytest.mark.parametrize("text", ["4-3-1998", "04/03/1998", "1998-03-04", "35858", "4-3-1998 0:00"])
def test_days_are_read_as_spreadsheets_write_them(text):
    assert read_day(text) == date(1998, 3, 4)


@pytest.mark.parametrize("text", ["", "1998", "31-02-2024", "04-03-98", "3585", "358580"])
def test_other_days_are_not_guessed(text):
    with pytest.raises(NotADay):
        read_day(text)


def test_windows_letters_and_other_separators_are_read(take, wim):
    row = GOOD | {"naam": "Zoë Jansen", "vakantiegeld": "425.82"}

    take_over(
        file_of(row, encoding="cp1252", separator="\t"),
        NOVEMBER,
        Totals(1, 42_582, 134_849),
        our_rules(),
        by=wim,
        at=NOON,
    )

    made = Award.objects.select_related("resident").get()
    known = known_of([made], NOVEMBER, at=AT, by=TESTS, now=AT)[made.pk]
    assert known.payee.name == "Zoë Jansen"


def test_what_was_told_is_kept_sealed_and_every_act_is_written(take):
    take(GOOD | {"loon": "450,00", "besluiten": "vrijlating_n_toegekend"})

    made = Award.objects.select_related("resident").get()
    known = known_of([made], NOVEMBER, at=AT, by=TESTS, now=AT)[made.pk]
    assert known.inputs.income.wage == 45_000
    assert known.inputs.stretches[0].living.decided == {"vrijlating_n_toegekend"}
    assert KATJA not in str(list(Act.objects.values()))
    assert set(Act.objects.values_list("name", flat=True)) >= {
        "payments.award.made",
        "payments.awards.imported",
        "identity.resident.known",
    }


def test_what_emmen_has_is_unknown_in_buren(take, plan, buren):
    take(GOOD)

    with within(buren):
        assert len(plan(GOOD).new) == 1
        staff_member("rik")
        assert Award.objects.count() == 0


def many(number: int) -> list[dict[str, str]]:
    valid = (str(each) for each in range(900_000_000, 999_999_999))
    numbers = islice(filter(eleven_test.is_valid, valid), number)
    return [GOOD | {"nummer": f"M-{bsn[-7:-2]}-{bsn[-2:]}", "bsn": bsn} for bsn in numbers]


def test_queries_do_not_grow_with_the_rows(take, django_assert_max_num_queries):
    take(*many(2))
    rows = [row | {"nummer": f"N-{place}"} for place, row in enumerate(many(42)[2:])]

    with django_assert_max_num_queries(50):
        take(*rows)

    assert Award.objects.count() == 42
