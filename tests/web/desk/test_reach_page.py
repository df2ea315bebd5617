"""Who a scheme reaches, on screen and in a sheet, without a name."""

import io
import zipfile

import pytest
from django.urls import reverse

from plein.web.doors import DESK


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def desk(bas, at_work):
    return at_work(bas.account, DESK)


def test_a_small_group_is_not_shown_on_the_page_nor_in_the_sheets(
    desk, kindpakket, lina, grant_for
):
    grant_for(kindpakket, lina)

    page = desk.get(url("desk-reach", kindpakket.pk)).content.decode()
    sheet = desk.get(url("desk-reach-sheet", kindpakket.pk, "csv")).content.decode()
    book = desk.get(url("desk-reach-sheet", kindpakket.pk, "xlsx")).content

    assert "minder dan 10" in page
    assert "<10" in sheet
    texts = zipfile.ZipFile(io.BytesIO(book)).read("xl/sharedStrings.xml").decode()
    assert "&lt;10" in texts
    assert "Lina" not in page + sheet + texts


def test_another_form_is_not_found(desk, kindpakket):
    assert desk.get(url("desk-reach-sheet", kindpakket.pk, "exe")).status_code == 404


def test_the_page_takes_few_queries(
    desk, kindpakket, lina, grant_for, django_assert_max_num_queries
):
    grant_for(kindpakket, lina)

    with django_assert_max_num_queries(12):
        assert desk.get(url("desk-reach", kindpakket.pk)).status_code == 200
