"""Controle: three totals that are one, each step of a period, and one line's whole way."""

import re
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.web.doors import DESK
from plein.webshop.actions.deciding_claims import approve_claim
from plein.webshop.actions.returning import CameBack, return_line
from plein.webshop.actions.settlement import approve_batch, make_batch
from plein.webshop.actions.till import hand_over
from plein.webshop.models import Participation, ReturnReason, SchemePeriod, SettlementBatch
from plein.webshop.queries.accountant import SOURCES, way_of
from plein.webshop.queries.control import totals_of
from tests.cast import TESTS
from tests.documents.conftest import kept_files  # noqa: F401 - a fixture of documents
from tests.webshop.claiming import submit
from tests.webshop.conftest import order

pytestmark = pytest.mark.usefixtures("kept_files")
BACK = CameBack(ReturnReason.OTHER, on_shelf=True)


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


def text(page) -> str:
    return " ".join(page.content.decode().split())


@pytest.fixture
def line(fatima, lina, kindpakket, swimming_lessons, grant_for, sam):
    """Handed over yesterday at ten percent; another waits, and a declaratie is approved."""
    SchemePeriod.objects.update(takes_claims=True)
    Participation.objects.update(contribution=1_000)
    yesterday = timezone.now() - timedelta(days=1)
    grant = grant_for(kindpakket, lina, cents=50_000)
    placed = order(fatima, (swimming_lessons, lina, grant), at=yesterday)
    hand_over(placed.pickups.get(), by=TESTS, at=yesterday)
    order(fatima, (swimming_lessons, lina, grant), key="waits", at=yesterday)
    approve_claim(submit(fatima, lina, grant, at=yesterday), 4_000, by=sam, at=yesterday)
    return placed.lines.get()


@pytest.fixture
def batch(line, ingrid, tom):
    made = make_batch(until=timezone.localdate(), by=ingrid, at=timezone.now())
    day = timezone.localdate() + timedelta(days=3)
    return approve_batch(made, pay_on=day, by=tom, at=timezone.now())


@pytest.fixture
def desk(ingrid, at_work):
    return at_work(ingrid.account, DESK)


def cents_of(period) -> dict[str, int]:
    return {step.key: step.cents for step in way_of(period).steps if step.key}


def test_deliveries_bookings_and_file_are_one_total(batch, desk):
    found = totals_of(batch)

    assert (found.orders, found.ledger, found.file) == (12_550, 12_550, 12_550)
    page = text(desk.get(url("desk-settlement", batch.pk)))
    assert "Bestellingen, boekingen en bestand zijn gelijk" in page
    assert "€ 125,50" in page


def test_a_file_that_asks_another_amount_is_noticed(batch, desk, monkeypatch):
    monkeypatch.setattr(SettlementBatch, "file", batch.file.replace(b"85.50", b"85.51"))

    assert not totals_of(batch).are_one
    assert "Stuur het bestand niet naar de bank" in text(desk.get(url("desk-settlement", batch.pk)))


def test_each_step_of_a_period_is_counted_and_every_cent_is_found(batch, kindpakket, desk):
    assert cents_of(kindpakket) == {
        "vast": 9_500,
        "gevraagd": 0,
        "geleverd": 9_500,
        "retour": 0,
        "declaratie": 4_000,
        "eigen": 0,
        "bijdrage": 950,
        "opdracht": 8_550,
        "betaald": 0,
        "uitbetaald": 0,
        "schuld": 0,
    }
    page = text(desk.get(url("desk-control-period", kindpakket.pk)))
    assert "Het klopt tot op de cent" in page
    assert "€ 10.000,00" in page


def test_a_return_shows_as_owed_and_gives_the_contribution_back(batch, line, kindpakket):
    return_line(line, BACK, by=TESTS, at=timezone.now())

    found = cents_of(kindpakket)
    assert (found["retour"], found["schuld"], found["bijdrage"]) == (9_500, 8_550, 0)
    assert way_of(kindpakket).unexplained == 0


def test_behind_every_total_stand_its_rows_without_a_name(batch, line, kindpakket, desk):
    for step in SOURCES:
        page = desk.get(url("desk-control-rows", kindpakket.pk, step))
        assert page.status_code == 200
        assert "Lina" not in text(page)
    page = text(desk.get(url("desk-control-rows", kindpakket.pk, "geleverd")))
    assert line.order.number in page
    assert desk.get(url("desk-control-rows", kindpakket.pk, "niets")).status_code == 404


def test_a_line_is_followed_from_budget_to_bank_and_back(batch, line, desk):
    return_line(line, BACK, by=TESTS, at=timezone.now())

    page = text(desk.get(url("desk-control-line", line.pk)))

    places = [page.index(word) for word in ("Reserveren", "Leveren", "Betaalopdracht", "Retour Na")]
    assert places == sorted(places)
    assert "Betaalbestand 1" in page


def test_the_yearly_account_is_a_sheet_and_a_workbook(batch, kindpakket, desk):
    sheet = desk.get(url("desk-control-account", kindpakket.pk, "csv")).content.decode("utf-8-sig")
    book = desk.get(url("desk-control-account", kindpakket.pk, "xlsx"))

    assert "Emmen;Kindpakket;2026;Meegegeven;95,00" in sheet.splitlines()
    with ZipFile(BytesIO(book.content)) as file:
        words = [each.text for each in fromstring(file.read("xl/sharedStrings.xml")).iter()]
        cells = file.read("xl/worksheets/sheet1.xml").decode()
    assert "Meegegeven" in words
    amounts = re.findall(r"<v>([\d.]+)</v></c></row>", cells)  # the last cell of each row
    assert Decimal(95) in map(Decimal, amounts)
    assert desk.get(url("desk-control-account", kindpakket.pk, "pdf")).status_code == 404


def test_who_may_not_settle_stays_out(kindpakket, line, sam, at_work):
    desk = at_work(sam.account, DESK)

    assert desk.get(url("desk-control")).status_code == 403
    assert desk.get(url("desk-control-period", kindpakket.pk)).status_code == 403
    assert desk.get(url("desk-control-line", line.pk)).status_code == 403


def test_the_pages_ask_few_queries(batch, kindpakket, line, desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(24):  # one for each step
        desk.get(url("desk-control-period", kindpakket.pk))
    with django_assert_max_num_queries(12):
        desk.get(url("desk-control-rows", kindpakket.pk, "geleverd"))
    with django_assert_max_num_queries(12):
        desk.get(url("desk-control-line", line.pk))
    with django_assert_max_num_queries(14):
        desk.get(url("desk-settlement", batch.pk))
