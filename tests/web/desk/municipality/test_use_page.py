"""Gebruik en kosten: Wim reads what Emmen used, and takes it along."""

import io
import zipfile
from datetime import date

import pytest

from plein.kernel.money import euros
from plein.kernel.months import months_after
from plein.metering.actions import keep_month
from plein.metering.meters import Meter
from plein.tenants.scope import within
from plein.web.doors import DESK
from tests.cast import NOON, TESTS
from tests.web.desk.municipality.conftest import html, url

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)


def use(month=NOVEMBER, **counts):
    """A month in which this was used, and nothing else."""
    given = {meter: counts.get(meter.name.lower(), 0) for meter in Meter}
    keep_month(month, given, by=TESTS, at=NOON)


def test_before_the_first_month_the_page_says_when_it_comes(desk):
    assert "Er is nog geen maand geteld" in html(desk.get(url("desk-use")))


def test_the_newest_month_stands_there_with_the_month_before_it(desk):
    use(OCTOBER, orders=7)
    use(NOVEMBER, orders=1_234, storage=2_500_000_000)

    page = html(desk.get(url("desk-use")))

    assert f"Overzicht van november 2026: {euros(12_403)}" in page  # 123,40 and 0,63
    assert "1.234" in page
    assert "2,500 GB" in page
    assert 'data-label="Maand ervoor"><div>7<' in page
    assert euros(70) in page
    assert "De prijzen op deze pagina zijn verzonnen" in page


def test_an_earlier_month_has_its_own_page_and_a_month_that_is_not_there_has_none(desk):
    use(OCTOBER, orders=7)
    use(NOVEMBER, orders=9)

    page = html(desk.get(url("desk-use-month", "2026-10")))
    assert f"Overzicht van oktober 2026: {euros(70)}" in page
    for month in ("2026-09", "2026-13", "oktober"):
        assert desk.get(url("desk-use-month", month)).status_code == 404


def test_the_files_say_the_same_as_the_page(desk):
    use(orders=12)

    sheet = html(desk.get(url("desk-use-sheet", "csv")))
    book = desk.get(url("desk-use-sheet", "xlsx")).content

    assert "2026-11;bestellingen;12;0,10;1;1,20" in sheet
    texts = zipfile.ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml").decode()
    assert "bestellingen" in texts
    assert desk.get(url("desk-use-sheet", "exe")).status_code == 404


def test_buren_does_not_see_what_emmen_used_nor_the_other_way_round(desk, buren):
    with within(buren):
        use(orders=99)

    assert "Er is nog geen maand geteld" in html(desk.get(url("desk-use")))


@pytest.mark.parametrize("name", ["desk-use", "desk-use-sheet"])
def test_only_who_manages_the_municipality_reads_it(bas, sam, at_work, name):
    use(orders=1)
    args = ["csv"] if name == "desk-use-sheet" else []

    for staff in (bas, sam):
        assert at_work(staff.account, DESK).get(url(name, *args)).status_code == 403


def test_five_years_take_as_few_queries_as_one_month(desk, django_assert_max_num_queries):
    for number in range(60):
        use(months_after(OCTOBER, -number), orders=number)

    with django_assert_max_num_queries(12):
        assert desk.get(url("desk-use")).status_code == 200
