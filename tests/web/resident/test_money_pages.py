"""Mijn geld: what Katja gets this month and later on, and why."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from plein.audit.models import Look
from plein.insight.from_vault import ELEMENTS
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.statements import state
from plein.vault.models import Mode, VaultValue
from tests.cast import NOON
from tests.web.conftest import url

MOST_QUERIES = 13  # one for the line in the log of looks


def test_without_data_the_page_says_what_to_do_first(katjas):
    page = katjas.get(url("my-money"))

    assert "Haal eerst uw gegevens op" in page.content.decode()


def test_the_page_shows_this_month_and_two_years(katjas, known):
    context = katjas.get(url("my-money")).context

    labels = [str(line["label"]) for line in context["now"]["lines"]]
    assert labels == [
        "Uitkering",
        "Huurtoeslag",
        "Zorgtoeslag",
        "Kindgebonden budget",
        "Kinderbijslag",
    ]
    assert len(context["rows"]) == 24
    assert context["now"]["right"] == sum(line["cents"] for line in context["now"]["lines"])
    later = {line["kind"] for line in context["rows"][4]["lines"]}
    assert "bijstand" in later
    assert "uitkering" not in later


def test_the_gap_between_ww_and_bijstand_is_told(katjas, known):
    page = katjas.get(url("my-money"))

    assert "Uw WW stopt op" in page.content.decode()
    assert any(row["is_gap"] for row in page.context["rows"])


def test_every_amount_opens_its_reason_down_to_the_article(katjas, known):
    rows = katjas.get(url("my-money")).context["rows"]

    for line in rows[4]["lines"]:
        page = katjas.get(line["url"])
        assert page.status_code == 200
        assert " art. " in page.content.decode()
        assert "Dit is een berekening en geen besluit." in page.content.decode()


def test_an_actual_amount_is_shown_as_such(katjas, known, katja):
    state(known, "huurtoeslag", 31_000, by=katja, at=NOON)

    lines = katjas.get(url("my-money")).context["now"]["lines"]

    (rent,) = [line for line in lines if line["kind"] == "huurtoeslag"]
    assert (rent["cents"], rent["is_actual"]) == (31_000, True)


def test_what_is_missing_is_named_with_the_place_to_say_it(katjas, known, katja):
    state(known, "huur", None, by=katja, at=NOON)

    page = katjas.get(url("my-money"))

    assert "Wij missen nog iets" in page.content.decode()
    assert [each["name"] for each in page.context["missing"]] == ["Huur en servicekosten"]


def test_a_look_leaves_one_line_with_all_that_was_read(katjas, known, katja):
    katjas.get(url("my-money"))

    line = Look.objects.filter(subject=katja.pk).latest("id")
    assert set(line.elements) == set(ELEMENTS)
    assert line.purpose == "omdat u uw geld bekeek"


@pytest.mark.parametrize(
    "path", ["/geld/2026/13/zorgtoeslag-per-maand/", "/geld/1999/1/zorgtoeslag-per-maand/"]
)
def test_a_month_that_is_not_shown_is_not_found(katjas, known, path):
    assert katjas.get(path).status_code == 404


def test_only_what_comes_in_is_explained(katjas, known):
    today = timezone.localdate()

    page = katjas.get(f"/geld/{today.year}/{today.month}/bijstandsnorm/")

    assert page.status_code == 404


def test_the_page_asks_the_database_little(katjas, known, django_assert_max_num_queries):
    katjas.get(url("my-money"))

    with django_assert_max_num_queries(MOST_QUERIES):
        katjas.get(url("my-money"))


def test_a_child_of_seventeen_counts_until_the_birthday(katjas, known, katja):
    today = timezone.localdate()
    born = date(today.year - 18, today.month, 1) + timedelta(days=31)
    keep(
        known,
        [Incoming("kinderen", [{"voornaam": "Mees", "geboortedatum": born.isoformat()}])],
        mode=Mode.SOURCE,
        at=NOON,
    )

    rows = katjas.get(url("my-money")).context["rows"]

    kinds = [{line["kind"] for line in row["lines"]} for row in rows]
    assert "kindgebonden-budget" in kinds[0]
    assert "kindgebonden-budget" not in kinds[3]


def test_what_is_not_used_is_named_with_an_amount_and_a_way(katjas, known):
    page = katjas.get(url("maybe-entitled"))

    rows = {row["name"]: row for row in page.context["rows"]}
    assert set(rows) >= {"Zorgtoeslag", "Huurtoeslag", "Kindgebonden budget", "Kinderbijslag"}
    assert rows["Zorgtoeslag"]["cents"] == 12_900
    assert "Mijn toeslagen" in page.content.decode()


def test_what_somebody_has_is_not_offered_again(katjas, known, katja):
    state(known, "zorgtoeslag", 12_900, by=katja, at=NOON)

    rows = katjas.get(url("maybe-entitled")).context["rows"]

    assert "Zorgtoeslag" not in {row["name"] for row in rows}


def test_nothing_of_it_is_kept(katjas, known):
    katjas.get(url("maybe-entitled"))
    before = VaultValue.objects.count()

    katjas.get(url("maybe-entitled"))

    assert VaultValue.objects.count() == before


def test_who_is_married_is_no_single_parent_and_is_told_what_is_missing(katjas, known):
    partner = {"voornaam": "Jan", "geboortedatum": "1990-05-03"}
    keep(known, [Incoming("partner", partner)], mode=Mode.SOURCE, at=NOON)

    page = katjas.get(url("my-money"))

    lines = {str(line["label"]): line["cents"] for line in page.context["now"]["lines"]}
    assert lines["Kindgebonden budget"] == 43_000  # 2 x € 2.580 a year, without the ALO-kop
    assert "Wij weten niet wat uw partner verdient." in page.content.decode()


def test_a_birthday_of_which_only_the_year_is_known_is_no_error(katjas, known):
    values = [
        Incoming("geboortedatum", "1998"),
        Incoming("kinderen", [{"voornaam": "Evi", "geboortedatum": "2020-04"}]),
        Incoming("partner", {"voornaam": "Jan"}),
    ]
    keep(known, values, mode=Mode.SOURCE, at=NOON)

    assert katjas.get(url("my-money")).status_code == 200
