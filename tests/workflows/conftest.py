"""A journey in which rules advise and what follows starts by itself; Fatima asked, Sam decides."""

import pytest

from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Case
from plein.identity.models import Role
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from tests.cast import NOON, TESTS, staff_member
from tests.in_dutch import in_dutch

KEY = "individuele_inkomenstoeslag"
CHILD, AOW, ALLOWED = "heeft_ten_laste_komend_kind", "heeft_aow_leeftijd", "kan_bijstand_krijgen"
CONDITIONS = [
    {"rule": CHILD, "met": "U hebt een kind thuis.", "not_met": "U hebt geen kind thuis."},
    {"rule": ALLOWED, "met": "U mag bijstand krijgen.", "not_met": "U mag geen bijstand krijgen."},
]
GIVEN = {
    "key": "toegekend",
    "resident": "U krijgt het geld",
    "is_favourable": True,
    "gives": "Toeslag",
    "letter": "Het geld komt binnen 10 dagen.",
}
REFUSED = {
    "key": "afgewezen",
    "resident": "U krijgt het geld niet",
    "is_favourable": False,
}


def document(*, given=None, **decision):
    weighs = {"conditions": CONDITIONS, "amount": "basisnorm_vanaf_21", "purpose": "pw"}
    results = [GIVEN | (given or {}), REFUSED]
    return in_dutch(KEY) | {"decision": weighs | decision, "results": results}


@pytest.fixture
def noor(emmen):
    """A colleague of Sam."""
    return staff_member("noor", Role.CONSULENT)


@pytest.fixture
def taken_up(fatima, sam):
    """A case of such a journey, in the hands of Sam; fresh, as a page finds it."""

    def make(**changes):
        case_type = publish_case_type(KEY, document(**changes), by=TESTS, at=NOON)
        case = open_case(fatima, case_type, by=fatima.actor, at=NOON)
        take_up(case, by=sam, at=NOON)
        return fresh(case)

    return make


@pytest.fixture
def known(fatima):
    """What sources say of Fatima."""

    def say(**values):
        incoming = [Incoming(key, value) for key, value in values.items()]
        return keep(vault_of(fatima, at=NOON), incoming, mode=Mode.SOURCE, at=NOON)

    return say


def fresh(case):
    found = Case.objects.select_related("topic", "case_type", "dossier__resident")
    return found.get(pk=case.pk)
