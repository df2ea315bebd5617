"""What a resident takes along of the shop, for a machine and for people."""

from datetime import timedelta

from plein.audit.models import Look
from plein.webshop.actions.claim_drafts import keep_draft
from plein.webshop.actions.favourites import KEPT_DAYS, forget_wishes, keep
from plein.webshop.export import PART
from plein.webshop.models import BasketLine, Favourite, SchemePeriod
from tests.cast import NOON, TODAY
from tests.webshop.claiming import submit
from tests.webshop.conftest import children_of, order


def test_budgets_orders_and_what_was_kept_go_along(fatima, kindpakket, swimming_lessons, grant_for):
    lina = children_of(fatima)[0]
    order(fatima, (swimming_lessons, lina, grant_for(kindpakket, lina)))
    keep(fatima, swimming_lessons.product, at=NOON)

    found = PART.read(fatima, NOON)

    assert found["orders"][0]["lines"][0] == {
        "title": "Zwemles: 10 lessen",
        "price": 9_500,
        "own_share": 0,
        "state": "gereserveerd",
        "name": "",
    }
    assert found["kept"] == ["Zwemles: 10 lessen"]
    assert any("Zwemles" in line for row in PART.words(found) for line in row["lines"])


def test_the_budget_of_the_household_goes_along_and_not_of_a_neighbour(
    fatima, neighbours, open_period, grant_for
):
    period = open_period(subject="huishouden")
    grant_for(period, None, cents=5_000, household=fatima.memberships.get().household)

    assert [each["left"] for each in PART.read(fatima, NOON)["budgets"]] == [5_000]
    assert PART.read(neighbours(1)[0], NOON) == {
        "budgets": [],
        "orders": [],
        "kept": [],
        "waits_for": [],
        "claims": [],
        "claim_draft": {},
    }


def test_what_was_sent_goes_along_with_its_words_in_one_look(fatima, kindpakket, grant_for):
    lina = children_of(fatima)[0]
    SchemePeriod.objects.update(takes_claims=True)
    grant = grant_for(kindpakket, lina)
    for key in ("one", "two"):
        submit(fatima, lina, grant, key=key)
    before = Look.objects.count()

    found = PART.read(fatima, NOON)

    assert Look.objects.count() == before + 1
    assert [each["state"] for each in found["claims"]] == ["ingediend"] * 2
    assert all(each["what"] and each["iban"] for each in found["claims"])
    told = [row["lines"] for row in PART.words(found) if row["title"].startswith("D-")]
    assert [found["claims"][0]["what"] in lines for lines in told] == [True, True]


def test_what_is_not_sent_yet_goes_along_as_it_was_typed(fatima):
    typed = {"what": "Zwemles", "pot": "", "amount": "veertig", "name": "", "iban": ""}
    keep_draft(fatima, typed, [], key="k", by=fatima.actor, at=NOON)

    found = PART.read(fatima, NOON)

    assert found["claim_draft"] == {
        "typed": typed,
        "until": (TODAY + timedelta(days=30)).isoformat(),
    }
    assert ["Zwemles", "veertig"] in [row["lines"][:2] for row in PART.words(found)]


def test_what_was_kept_for_a_year_is_forgotten(fatima, swimming_lessons):
    keep(fatima, swimming_lessons.product, at=NOON)
    lina = children_of(fatima)[0]
    BasketLine.objects.create(
        resident=fatima, product=swimming_lessons.product, member=lina, added_at=NOON
    )
    year_after = TODAY.fromordinal(TODAY.toordinal() + KEPT_DAYS)

    assert forget_wishes(year_after) == 0
    assert forget_wishes(year_after.fromordinal(year_after.toordinal() + 1)) == 2
    assert not Favourite.objects.exists()
