"""The own system of a municipality grants budgets: all or none, once, and without a name back."""

import pytest
import yaml

from plein.audit.models import Act
from plein.config.environment import ROOT
from plein.identity.application import Confidentiality, Scope
from plein.identity.applications import Right
from plein.identity.queries import find_resident
from plein.kernel.bsn import Bsn
from plein.kernel.clock import local_day
from plein.ledger.queries import check_books
from plein.tenants.scope import within
from plein.webshop.actions.schemes import move_scheme
from plein.webshop.imports.reading import COLUMNS, OPTIONAL
from plein.webshop.models import Grant, SchemeStatus
from plein.webshop.scheme_plan import Amount
from tests.api.conftest import portal_with
from tests.cast import BSN_OF, NOON
from tests.webshop.conftest import (  # noqa: F401 - fixtures of the shop
    children_of,
    de_plons,
    grant_for,
    household,
    open_period,
    order,
    product_for,
)

GRANTS = "/api/budgetten/v1/toekenningen"
MILA = "999993409"
RIGHT = Right(Scope.GRANTS, "", Confidentiality.CASE)
SCHEMAS = yaml.safe_load((ROOT / "plein" / "api" / "schemas.yaml").read_text())


@pytest.fixture
def system(emmen):
    """Of the municipality itself: may grant, and is entitled to the BSN."""
    return portal_with([RIGHT], may_have_bsn=True, client_id="uitkeringen")


@pytest.fixture
def period(open_period):
    amounts = [Amount(25_000, age_from=4, age_until=18), Amount(12_500, age_from=18)]
    return open_period(pot=100_000, name="Meedoen", amounts=amounts)


def adult(reference="A-1", bsn=BSN_OF["fatima"], **more):
    return {"kenmerk": reference, "rol": "volwassene", "bsn": bsn} | more


def child(reference="A-2", **more):
    return {
        "kenmerk": reference,
        "rol": "kind",
        "bsn_aanvrager": BSN_OF["fatima"],
        "voornaam": "Sami",
        "geboortemaand": "2018-05",
    } | more


@pytest.fixture
def ask(system, period):
    def post(*rows, of=None, **more):
        body = {"regelingperiode": str((of or period).pk), "toekenningen": list(rows)}
        return system.post(GRANTS, body | more)

    return post


def wrong_in(answer) -> list[str]:
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    return [each["name"] for each in answer.json()["invalidParams"]]


def test_grants_are_made_as_from_a_file(ask, fatima, period):
    answer = ask(adult(), child(), child("A-3", bsn_aanvrager=MILA, bedrag="99,50"))

    assert answer.status_code == 200, answer.content
    assert answer.json()["nieuw"] == 3
    amounts = dict(Grant.objects.values_list("reference", "amount"))
    assert amounts == {"A-1": 12_500, "A-2": 25_000, "A-3": 9_950}
    assert Grant.objects.get(reference="A-2").member == children_of(fatima)[1]
    assert find_resident(Bsn(MILA)) is not None
    assert check_books().is_right()


def test_the_answer_is_as_described_and_names_nobody(ask, fatima):
    answer = ask(adult(voornaam="Fatima", postcode="7811 AB"), child())

    (first, _second) = answer.json()["toekenningen"]
    described = SCHEMAS["Toekenning"]
    assert first.keys() == described["properties"].keys() == set(described["required"])
    assert first["toegekendInCenten"] == first["overInCenten"] == 12_500
    for secret in ("Fatima", "Sami", "7811", BSN_OF["fatima"], str(fatima.pk)):
        assert secret not in answer.content.decode()


def test_the_same_question_grants_once_and_is_answered_the_same(ask, fatima):
    first = ask(adult(), child()).json()

    again = ask(adult(), child(), adult("A-9", bsn=MILA)).json()

    assert (again["nieuw"], again["alToegekend"]) == (1, 2)
    assert again["toekenningen"][:2] == first["toekenningen"]
    assert Grant.objects.count() == 3


def test_each_wrong_cell_is_named_and_then_nothing_is_granted(ask, fatima):
    answer = ask(
        adult(),
        adult("A-2", bsn="123456789"),
        child("A-1", geboortemaand="mei"),
        adult("A-4", bsn=BSN_OF["jan"], bedrag="0"),
    )

    assert wrong_in(answer) == [
        "toekenningen.1.bsn",
        "toekenningen.2.geboortemaand",
        "toekenningen.2.kenmerk",
        "toekenningen.3.bedrag",
    ]
    assert "123456789" not in answer.content.decode()
    assert not Grant.objects.exists()


def test_what_does_not_fit_the_register_is_named_as_well(ask, fatima):
    ask(adult())

    answer = ask(child("A-8", geboortemaand="2030-01"), adult("A-7"))

    names = wrong_in(answer)
    assert names[0] == "toekenningen.0.geboortemaand"
    assert names[1].startswith("toekenningen.1.")  # has a budget already
    assert Grant.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("geen object", "toekenningen.0"),
        (adult(kleur="rood"), "toekenningen.0"),
        (adult(bedrag=275), "toekenningen.0.bedrag"),
        (adult(bsn=["999990019"]), "toekenningen.0.bsn"),
        (adult(voornaam="\0"), "toekenningen.0.voornaam"),
        ({}, "toekenningen.0.rol"),
        (adult(f"zaak {BSN_OF['fatima']}"), "toekenningen.0.kenmerk"),
    ],
)
def test_a_row_of_another_shape_is_refused(ask, fatima, row, name):
    assert name in wrong_in(ask(row))
    assert not Grant.objects.exists()


def test_a_thousand_rows_fit_and_one_more_does_not(ask, fatima):
    row = {"kenmerk": "x", "rol": "x"}

    assert wrong_in(ask(*[row] * 1_001)) == ["toekenningen"]
    assert wrong_in(ask()) == ["toekenningen"]
    assert "toekenningen.999.rol" in wrong_in(ask(*[row] * 1_000))


@pytest.mark.parametrize(
    "body", [{}, {"regelingperiode": "x"}, {"toekenningen": {}}, {"bsn": "999990019"}]
)
def test_a_body_of_another_shape_is_refused(system, period, body):
    assert system.post(GRANTS, body).status_code == 400
    assert system.post(GRANTS, "[]").status_code == 400


def test_a_period_that_is_not_there_is_named(ask, fatima):
    assert wrong_in(ask(adult(), of=household(fatima))) == ["regelingperiode"]


def test_a_pot_that_is_too_small_grants_nothing(ask, fatima):
    answer = ask(child(bedrag="900"), adult())

    assert answer.status_code == 409
    assert "U komt" in answer.json()["detail"]
    assert not Grant.objects.exists()


def test_a_scheme_that_is_closed_grants_nothing(ask, fatima, period, bas):
    move_scheme(period.scheme, SchemeStatus.CLOSED, by=bas, at=NOON)

    assert ask(adult()).status_code == 409


def test_the_state_of_a_budget_is_what_is_left_and_held(ask, system, fatima, period, product_for):
    ask(adult("2026/A 1"))
    ticket = product_for(period.scheme, title="Kaartje", price=1_500)
    order(fatima, (ticket, fatima.memberships.get(), Grant.objects.get()))

    found = system.get(f"{GRANTS}/2026/A%201")

    assert found.json() == {
        "kenmerk": "2026/A 1",
        "regelingperiode": str(period.pk),
        "status": "actief",
        "toegekendOp": local_day(Grant.objects.get().granted_at).isoformat(),
        "toegekendInCenten": 12_500,
        "gereserveerdInCenten": 1_500,
        "overInCenten": 11_000,
    }
    assert found.headers["API-version"] == "1.0.0"


def test_a_reference_in_two_periods_asks_which(ask, system, fatima, open_period):
    other = open_period(name="Fietsfonds", amounts=[Amount(10_000)])
    ask(adult())
    ask(adult(), of=other)

    assert system.get(f"{GRANTS}/A-1").json()["invalidParams"][0]["name"] == "regelingperiode"
    found = system.get(f"{GRANTS}/A-1", {"regelingperiode": str(other.pk)})
    assert found.json()["toegekendInCenten"] == 10_000
    assert system.get(f"{GRANTS}/A-2").status_code == 404


def test_another_right_or_no_right_to_the_bsn_grants_nothing(emmen, period):
    body = {"regelingperiode": str(period.pk), "toekenningen": [adult()]}
    reader = portal_with([Right(Scope.CASES, "", Confidentiality.CASE)], may_have_bsn=True)
    no_bsn = portal_with([RIGHT], client_id="zonder")

    assert reader.post(GRANTS, body).status_code == 403
    assert reader.get(f"{GRANTS}/A-1").status_code == 403
    assert no_bsn.post(GRANTS, body).status_code == 403
    assert reader.client.post(GRANTS, body, content_type="application/json").status_code == 401
    assert not Grant.objects.exists()


def test_another_municipality_finds_no_period_and_no_grant(ask, fatima, period, buren):
    ask(adult())
    with within(buren):
        theirs = portal_with([RIGHT], may_have_bsn=True, host="buren.localhost")
    body = {"regelingperiode": str(period.pk), "toekenningen": [adult("B-1")]}

    assert wrong_in(theirs.post(GRANTS, body)) == ["regelingperiode"]
    assert theirs.get(f"{GRANTS}/A-1").status_code == 404


def test_granting_is_by_post_alone(system, period):
    answer = system.get(GRANTS)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert system.post(f"{GRANTS}/A-1", {}).status_code == 405


def test_the_log_names_the_system_and_no_number(ask, system, fatima):
    ask(adult())

    act = Act.objects.get(name="webshop.grant.made")
    assert (act.actor_kind, act.actor_id) == ("organisation", str(system.application.pk))
    assert BSN_OF["fatima"] not in str(list(Act.objects.values()))


def test_the_description_has_the_columns_of_the_file():
    assert SCHEMAS["ToeTeKennen"]["properties"].keys() == {*COLUMNS, *OPTIONAL}
