"""Mijn geld: what Katja gets this month and later on, and why."""

from datetime import date, timedelta

import pytest
from django.utils import formats, timezone

from plein.audit.models import Look
from plein.insight.from_vault import ELEMENTS
from plein.kernel.clock import local_day
from plein.rules.outcome import UsedNorm
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.statements import state
from plein.vault.models import Mode, VaultValue
from tests.cast import NOON
from tests.web.conftest import url

NOON_WORDS = formats.date_format(local_day(NOON), "j F Y")
MOST_QUERIES = 13  # one for the line in the log of looks


def test_kinderbijslag_that_comes_once_a_quarter_is_no_gap(katjas, known, katja):
    for key in ("ww_begin", "ww_einde_max", "ww_bruto"):
        keep(known, [Incoming(key, None)], mode=Mode.SOURCE, at=NOON)

    rows = katjas.get(url("my-money")).context["rows"]

    assert not any(row["is_gap"] for row in rows[2:])


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


@pytest.fixture
def married(known):
    partner = {"voornaam": "Jan", "geboortedatum": "1990-05-03"}
    keep(known, [Incoming("partner", partner)], mode=Mode.SOURCE, at=NOON)
    return known


def test_what_a_partner_earns_counts_once_it_is_filled_in(katjas, married):
    without = katjas.get(url("my-money"))
    given = {"bruto_loon_per_maand_0": "4000", "bruto_uitkering_per_maand_0": "0"}
    katjas.post(url("vault-state", "inkomen_partner"), given)

    page = katjas.get(url("my-money"))

    lines = {str(line["label"]): line["cents"] for line in page.context["now"]["lines"]}
    assert lines["Loon van uw partner"] > 300_000
    assert lines["Kindgebonden budget"] < 43_000
    assert url("vault-state", "inkomen_partner") in without.content.decode()
    assert "telt nog niet mee" not in page.content.decode()


def test_a_partner_without_income_is_known_too(katjas, married):
    given = {"bruto_loon_per_maand_0": "0", "bruto_uitkering_per_maand_0": "0"}
    katjas.post(url("vault-state", "inkomen_partner"), given)

    page = katjas.get(url("my-money"))

    assert not page.context["misses_partner_income"]


def test_a_child_at_another_address_does_not_count_and_that_is_told(katjas, known):
    today = timezone.localdate()
    keep(
        known,
        [Incoming("medebewoners", [{"geboortedatum": f"{today.year - 9}-04-23"}])],
        mode=Mode.SOURCE,
        at=NOON,
    )

    page = katjas.get(url("my-money"))

    lines = {str(line["label"]): line["cents"] for line in page.context["now"]["lines"]}
    assert lines["Kindgebonden budget"] == (2_580 + 3_416) // 12 * 100
    assert "Deze kinderen tellen mee: Evi." in page.content.decode()
    assert "Mees staat in de BRP op een ander adres" in page.content.decode()


def test_the_page_says_which_months_are_known_and_which_are_estimated(katjas, known):
    year = timezone.localdate().year
    rows = [
        {"vanaf": f"{year}-{month:02}-01", "bruto": 200_000, "soort_inkomen": "15"}
        for month in (1, 2, 3, 5)
    ]
    keep(known, [Incoming("loon_per_maand", rows)], mode=Mode.SOURCE, at=NOON)

    page = katjas.get(url("my-money"))

    income = page.context["year_income"]
    assert income["known"] == "januari tot en met maart en mei"
    assert income["estimated"] == "april en juni tot en met december"
    assert income["cents"] > 4 * 200_000


def test_what_katja_filled_in_is_marked_as_hers_with_the_day(katjas, known, katja):
    state(known, "huurtoeslag", 31_000, by=katja, at=NOON)
    state(known, "kinderalimentatie", 20_000, by=katja, at=NOON)

    lines = {line["kind"]: line for line in katjas.get(url("my-money")).context["now"]["lines"]}

    assert lines["huurtoeslag"]["how"] == f"Echt bedrag, door u ingevuld op {NOON_WORDS}."
    assert lines["alimentatie"]["url"] == url("vault-value", "kinderalimentatie")
    explained = katjas.get(lines["huurtoeslag"]["url"]).content.decode()
    assert "310,00" in explained
    assert "Hieronder staat wat wij zelf uitrekenen." in explained


def test_what_a_source_says_is_marked_with_that_source(katjas, known):
    keep(known, [Incoming("zorgtoeslag", 12_300)], mode=Mode.SOURCE, at=NOON)

    lines = {line["kind"]: line for line in katjas.get(url("my-money")).context["now"]["lines"]}

    assert lines["zorgtoeslag"]["how"] == f"Echt bedrag, van Dienst Toeslagen, {NOON_WORDS}."


def test_bijstand_that_somebody_has_needs_no_applying(katjas, known):
    first = timezone.localdate().replace(day=1)
    history = [{"wet": "PW", "vanaf": first.isoformat()}]
    before = katjas.get(url("my-money")).context["rows"][5]["lines"]
    keep(known, [Incoming("bijstand_historie", history)], mode=Mode.SOURCE, at=NOON)

    after = katjas.get(url("my-money")).context["rows"][5]["lines"]

    assert [line["must_apply"] for line in before if line["kind"] == "bijstand"] == [True]
    assert [line["must_apply"] for line in after if line["kind"] == "bijstand"] == [False]


def test_what_is_paid_off_goes_off_what_is_left(katjas, known, katja):
    today = timezone.localdate()
    claim = {"nog_te_betalen": 48_000, "termijn": 4_000, "betalen_voor": today.isoformat()}
    keep(known, [Incoming("schuld_toeslagen", [claim])], mode=Mode.SOURCE, at=NOON)
    state(
        known, "schulden_overig", [{"aan_wie": "Broer", "nog_te_betalen": 900}], by=katja, at=NOON
    )

    page = katjas.get(url("my-money"))

    costs = page.context["costs"]
    assert costs["left"] == page.context["now"]["right"] - 65_000 - 4_000
    assert "Terugbetalen aan Dienst Toeslagen" in page.content.decode()
    assert [each["creditor"] for each in costs["unknown"]] == ["Broer"]


def test_who_owns_a_home_is_not_asked_for_the_rent(katjas, known, katja):
    state(known, "huur", None, by=katja, at=NOON)
    home = [{"recht": "Eigendom", "koopsom": 17_500_000}]
    keep(known, [Incoming("onroerend_goed", home)], mode=Mode.SOURCE, at=NOON)

    assert katjas.get(url("my-money")).context["missing"] == []


def test_an_amount_that_is_not_checked_is_marked_beside_it(katjas, known, monkeypatch):
    monkeypatch.setattr(UsedNorm, "is_sure", property(lambda used: used.norm.regeling != "ww"))

    page = katjas.get(url("my-money"))

    sure = {line["kind"]: line["is_sure"] for line in page.context["now"]["lines"]}
    assert sure["uitkering"] is False
    assert sure["kinderbijslag"] is True
    assert "nog niet gecontroleerd" in page.content.decode()


def test_tax_that_comes_back_stands_beside_the_months(katjas, known):
    year = timezone.localdate().year
    rows = [
        {"vanaf": f"{year}-{month:02}-01", "bruto": 300_000, "soort_inkomen": "15"}
        for month in (1, 2)
    ]
    keep(known, [Incoming("loon_per_maand", rows)], mode=Mode.SOURCE, at=NOON)

    page = katjas.get(url("my-money"))

    (back,) = page.context["tax_back"]
    assert back["cents"] % 1_000 == 0
    assert "voorlopige aanslag" in page.content.decode()
    assert "Wet IB 2001 art. 8.14a" in katjas.get(back["url"]).content.decode()
    assert page.context["now"]["right"] == sum(
        line["cents"] for line in page.context["now"]["lines"]
    )
