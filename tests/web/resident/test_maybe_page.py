"""Waar u misschien recht op hebt, with what the municipality set; what we cannot tell is said."""

from datetime import date
from decimal import Decimal

import pytest

from plein.bylaws.actions import approve_bylaw, propose_bylaw
from plein.cases.actions.publishing import publish_case_type
from plein.regelingen.library import journeys
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.models import Mode
from tests.cast import NOON, TESTS
from tests.web.conftest import url


@pytest.fixture
def minimabeleid(bas, wim):
    figures = {
        "inkomensgrens": "1.20",
        "bedrag_volwassene": "150",
        "bedrag_kind_tot_6": "100",
        "bedrag_kind_van_6_tot_12": "200",
        "bedrag_kind_van_12_tot_18": "300",
    }
    bylaw = propose_bylaw(
        regeling="minimabeleid",
        title="Voorbeeldverordening minima",
        url="",
        since=date(2020, 1, 1),
        figures={name: Decimal(figure) for name, figure in figures.items()},
        by=bas,
        at=NOON,
    )
    return approve_bylaw(bylaw, by=wim, at=NOON)


def rows_of(client, kind="rows"):
    return {row["name"]: row for row in client.get(url("maybe-entitled")).context[kind]}


def test_what_the_municipality_gives_counts(katjas, known, minimabeleid):
    rows = rows_of(katjas)

    assert rows["Kindpakket"]["cents"] == 30_000  # children of 4 and 9
    assert rows["Geld om mee te doen"]["cents"] == 15_000


def test_without_a_verordening_it_is_said_that_we_cannot_tell(katjas, known):
    unknown = rows_of(katjas, "unknown")

    assert "Kindpakket" in unknown
    assert "nog niet ingevuld" in unknown["Kindpakket"]["reason"]


def test_the_reason_goes_down_to_the_verordening(katjas, known, minimabeleid):
    page = katjas.get(url("maybe-why", "kindpakket-per-jaar")).content.decode()

    assert "van uw gemeente: Voorbeeldverordening minima" in page


def test_a_target_that_nobody_applies_for_is_not_found(katjas, known):
    assert katjas.get(url("maybe-why", "bijstandsnorm")).status_code == 404


def test_what_cannot_be_worked_out_has_no_reason_page(katjas, known):
    assert katjas.get(url("maybe-why", "kindpakket-per-jaar")).status_code == 404


def test_the_page_asks_few_questions(katjas, known, minimabeleid, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):  # one for the line in the log of looks
        katjas.get(url("maybe-entitled"))


def test_what_is_taken_in_here_is_asked_for_here(katjas, known, emmen):
    key = "individuele_inkomenstoeslag"
    publish_case_type(key, journeys()[key], by=TESTS, at=NOON)

    unknown = rows_of(katjas, "unknown")

    address = url("case-apply", "individuele-inkomenstoeslag")
    assert unknown["Individuele inkomenstoeslag"]["apply_url"] == address
    assert unknown["Kindpakket"]["apply_url"] == ""


def test_who_has_budgets_already_is_not_offered_them_again(katjas, known, minimabeleid):
    budgets = [{"naam": "Kindpakket", "nog_te_besteden": 10_000}]
    keep(known, [Incoming("minimabudgetten", budgets)], mode=Mode.SOURCE, at=NOON)

    assert not {"Kindpakket", "Geld om mee te doen"} & rows_of(katjas).keys()
