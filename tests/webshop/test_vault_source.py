"""The vault reads what the municipality itself granted."""

import pytest

from plein.kernel.bsn import Bsn
from plein.vault.derived import pas_geldig, recht_op_minimaregeling
from plein.vault.sources.asking import Asked
from plein.webshop.models import SchemeKind
from plein.webshop.vault_source import ask
from tests.cast import BSN_OF, TODAY


@pytest.fixture
def asked(fatima):
    return Asked(Bsn(BSN_OF["fatima"]), fatima.pk, TODAY)


@pytest.fixture
def own_budget(fatima, open_period, grant_for):
    """A doe-mee-pas for Fatima herself."""
    period = open_period(name="Doe mee", kind=SchemeKind.DOE_MEE_PAS)
    member = fatima.memberships.get()
    return grant_for(period, member, cents=12_500)


def test_a_budget_that_runs_is_a_value_of_the_vault(asked, own_budget):
    (budget,) = ask(asked).values["minimabudgetten"]

    assert budget == {
        "naam": "Doe mee",
        "pas": True,
        "nog_te_besteden": 12_500,
        "vanaf": "2026-01-01",
        "tot": "2027-01-01",
    }


def test_it_answers_whether_somebody_has_a_right_and_a_pass(asked, own_budget):
    values = ask(asked).values

    assert recht_op_minimaregeling(values, day=TODAY)
    assert pas_geldig(values, day=TODAY)


def test_the_budget_of_a_child_is_not_in_the_vault_of_its_parent(
    asked, fatima, kindpakket, grant_for
):
    child = fatima.memberships.get().household.members.filter(role="kind").first()
    grant_for(kindpakket, child)

    assert ask(asked).values["minimabudgetten"] is None


def test_who_has_no_household_has_no_budgets(emmen, asked, fatima):
    fatima.memberships.all().delete()

    assert ask(asked) is None
