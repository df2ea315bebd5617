"""Every answer fits the contract of ZGW: Zaken 1.5.1 and Catalogi 1.3.1."""

import re

import pytest

from plein.cases.actions.deciding import close, decide
from plein.cases.actions.moving import extend, reopen, take_up, wait_for_resident, withdraw
from tests.api.conftest import CATALOGI as TYPES
from tests.api.conftest import ZAKEN as CASES
from tests.api.contract import CATALOGI, ZAKEN, problems
from tests.cast import NOON

# The contract calls this one text, by a slip of its generator; every ZGW store answers a list.
KNOWN_SLIPS = re.compile(r"\.(informatieobjecttypen|zaaktypen): \[.*\] is no string$")
EXPAND = "zaaktype,status,status.statustype,resultaat,resultaat.resultaattype"
STATES = ["new", "waiting", "extended", "decided", "closed", "withdrawn", "reopened"]


@pytest.fixture
def brought_to(case, sam, fatima, ask):
    """The case, in each state that it can be in."""

    def bring(state):
        if state == "new":
            return case
        if state == "withdrawn":
            return withdraw(case, by=fatima.actor, at=NOON)
        take_up(case, by=sam, at=NOON)
        if state == "waiting":
            ask()
            return wait_for_resident(case, by=sam.actor, at=NOON)
        if state == "extended":
            return extend(case, "Fatima is ziek", by=sam.actor, at=NOON)
        decide(case, "toegekend", "Fatima heeft er recht op.", by=sam, at=NOON)
        if state == "decided":
            return case
        close(case, by=sam, at=NOON)
        return reopen(case, "Jan belde", by=sam.actor, at=NOON) if state == "reopened" else case

    return bring


def faults(answer, schema, contract) -> list[str]:
    assert answer.status_code == 200, answer.content
    found = problems(answer.json(), schema, contract)
    return [fault for fault in found if not KNOWN_SLIPS.search(fault)]


@pytest.mark.parametrize("state", STATES)
def test_a_zaak_fits_in_every_state_with_all_that_comes_along(portal, brought_to, state):
    case = brought_to(state)

    one = portal.get(f"{CASES}/zaken/{case.pk}", {"expand": EXPAND})
    page = portal.get(f"{CASES}/zaken", {"expand": EXPAND})

    assert faults(one, "ZaakExpanded", ZAKEN) == []
    assert faults(page, "PaginatedZaakList", ZAKEN) == []


@pytest.mark.parametrize("state", STATES)
def test_what_a_zaak_points_to_is_there_and_fits(portal, brought_to, state):
    zaak = portal.get(f"{CASES}/zaken/{brought_to(state).pk}").json()

    assert faults(portal.get(zaak["status"]), "Status", ZAKEN) == []
    assert faults(portal.get(zaak["zaaktype"]), "ZaakType", CATALOGI) == []
    assert faults(portal.get(zaak["eigenschappen"][0]), "ZaakEigenschap", ZAKEN) == []
    for rol in zaak["rollen"]:
        assert faults(portal.get(rol), "Rol", ZAKEN) == []
    assert (zaak["resultaat"] is not None) == (state in ("decided", "closed", "withdrawn"))
    if zaak["resultaat"]:
        resultaat = portal.get(zaak["resultaat"])
        assert faults(resultaat, "Resultaat", ZAKEN) == []
        kind = portal.get(resultaat.json()["resultaattype"])
        assert faults(kind, "ResultaatType", CATALOGI) == []


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("statussen", "PaginatedStatusList"),
        ("resultaten", "PaginatedResultaatList"),
        ("rollen", "PaginatedRolList"),
    ],
)
def test_the_parts_of_a_zaak_fit_as_a_list(portal, brought_to, path, schema):
    case = brought_to("closed")

    answer = portal.get(f"{CASES}/{path}", {"zaak": f"http://x/zaken/{case.pk}"})

    assert answer.json()["count"] > 0
    assert faults(answer, schema, ZAKEN) == []


def test_plain_lists_fit_as_well(portal, case):
    properties = portal.get(f"{CASES}/zaken/{case.pk}/zaakeigenschappen")
    documents = portal.get(f"{CASES}/zaakinformatieobjecten", {"zaak": f"http://x/{case.pk}"})

    assert [problems(each, "ZaakEigenschap", ZAKEN) for each in properties.json()] == [[]]
    assert documents.json() == []


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("catalogussen", "Catalogus"),
        ("zaaktypen", "ZaakType"),
        ("statustypen", "StatusType"),
        ("resultaattypen", "ResultaatType"),
        ("roltypen", "RolType"),
        ("eigenschappen", "Eigenschap"),
        ("informatieobjecttypen", "InformatieObjectType"),
    ],
)
def test_the_catalogue_fits_as_a_list_and_one_by_one(portal, case_type, path, schema):
    page = portal.get(f"{TYPES}/{path}")

    assert faults(page, f"Paginated{schema}List", CATALOGI) == []
    assert page.json()["count"] > 0
    for each in page.json()["results"]:
        assert faults(portal.get(each["url"]), schema, CATALOGI) == []


@pytest.mark.parametrize(
    ("query", "schema"), [({"onbekend": "x"}, "ValidatieFout"), ({"page": "9"}, "Fout")]
)
def test_a_no_fits_as_well(portal, case, query, schema):
    answer = portal.get(f"{CASES}/zaken", query)

    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problems(answer.json(), schema, ZAKEN) == []


def test_a_wrong_answer_does_not_fit(portal, case):
    zaak = portal.get(f"{CASES}/zaken/{case.pk}").json()

    wrong = zaak | {"startdatum": "gisteren", "vertrouwelijkheidaanduiding": "een beetje"}
    del wrong["rollen"]

    assert len(problems(wrong, "ZaakExpanded", ZAKEN)) == 3
