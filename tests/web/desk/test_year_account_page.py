"""The yearly account: for who pays, on a page and as a sheet."""

import pytest
from django.urls import reverse

from plein.web.doors import DESK
from tests.payments.conftest import *  # noqa: F403

URLS = "plein.web.desk.urls"
PAGE = reverse("desk-year-account", URLS, args=[2026])
SHEET = reverse("desk-year-account-sheet", URLS, args=[2026])


@pytest.fixture
def november(award_of, paid):
    award_of()
    return paid()


def test_the_page_says_what_was_spent_and_that_the_ledger_agrees(november, at_work, ingrid):
    words = at_work(ingrid.account, DESK).get(PAGE).content.decode()

    assert words.count("1.419,46") == 3  # spent, the balance, and what it is made of
    assert "Dit klopt niet met het grootboek" not in words


def test_the_sheet_has_the_same_amounts(november, at_work, ingrid):
    answer = at_work(ingrid.account, DESK).get(SHEET)

    rows = answer.content.decode("utf-8-sig").splitlines()
    assert rows[1].split(";") == ["Emmen", "2026", "G2", "Besteding algemene bijstand", "1419,46"]


def test_an_amount_below_zero_can_be_added_up(overpaid, at_work, ingrid):
    answer = at_work(ingrid.account, DESK).get(SHEET)

    amounts = [row.split(";")[-1] for row in answer.content.decode("utf-8-sig").splitlines()[1:]]
    assert "-405,56" in amounts


def test_a_year_without_costs_is_not_found_and_this_year_is_empty(emmen, at_work, ingrid):
    client = at_work(ingrid.account, DESK)

    assert client.get(PAGE).status_code == 404
    assert client.get(reverse("desk-year-account-now", URLS)).status_code == 200


def test_who_decides_on_benefits_does_not_see_it(november, at_work, noor):
    assert at_work(noor.account, DESK).get(PAGE).status_code == 403
