"""Finding cases: filters, pages of a hundred, a BSN that goes nowhere else, and a line for each."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.audit.models import Act, Look
from plein.audit.queries import broken_links
from plein.cases.actions.moving import take_up, withdraw
from plein.cases.actions.opening import open_case
from plein.identity.actions import know_resident
from plein.kernel.bsn import Bsn
from plein.web.look_words import sentence_of
from tests.api.conftest import BASIS, WHY, ZAKEN, found
from tests.cast import BSN_OF, NOON, TESTS

BSN = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
SEARCH = f"{ZAKEN}/zaken/_zoek"


@pytest.fixture
def katjas(emmen, case_type):
    katja = know_resident(Bsn(BSN_OF["katja"]), by=TESTS, at=NOON)
    return open_case(katja, case_type, by=katja.actor, at=NOON + timedelta(days=1))


def test_a_bsn_finds_the_cases_of_that_person_only(bsn_portal, case, katjas):
    def find(bsn):
        return found(bsn_portal.post(SEARCH, {BSN: bsn}))

    assert find(BSN_OF["fatima"]) == [case.number]
    assert find(BSN_OF["katja"]) == [katjas.number]
    assert find("999990044") == []


def test_what_is_asked_of_a_rol_is_asked_of_one_and_the_same(bsn_portal, case, sam):
    take_up(case, by=sam, at=NOON)
    fatima = {BSN: BSN_OF["fatima"]}

    as_initiator = {"rol__omschrijvingGeneriek": "initiator"}
    as_handler = {"rol__omschrijvingGeneriek": "behandelaar"}
    as_team = {"rol__betrokkeneType": "organisatorische_eenheid"}
    assert found(bsn_portal.post(SEARCH, fatima | as_initiator)) == [case.number]
    assert found(bsn_portal.post(SEARCH, fatima | as_handler)) == []
    assert found(bsn_portal.post(SEARCH, fatima | as_team)) == []
    assert found(bsn_portal.post(SEARCH, as_handler | as_team)) == [case.number]


def test_a_bsn_stays_in_the_body_and_out_of_every_log_and_answer(bsn_portal, case, caplog):
    with caplog.at_level(logging.DEBUG):
        answers = [
            bsn_portal.post(SEARCH, {BSN: BSN_OF["fatima"]}),
            bsn_portal.post(SEARCH, {BSN: BSN_OF["fatima"], "onbekend": BSN_OF["fatima"]}),
            bsn_portal.post(SEARCH, {BSN: BSN_OF["fatima"] + "1"}),
            bsn_portal.get(f"{ZAKEN}/zaken", {BSN: BSN_OF["fatima"]}),
        ]

    assert [answer.status_code for answer in answers] == [200, 400, 400, 400]
    assert "_zoek" in answers[-1].json()["invalidParams"][0]["reason"]
    kept = [str(list(rows.objects.values())) for rows in (Look, Act)]
    for text in (caplog.text, *kept, *(answer.content.decode() for answer in answers)):
        assert BSN_OF["fatima"] not in text


def test_who_has_no_right_to_the_bsn_may_not_ask_by_it(portal, case):
    assert portal.post(SEARCH, {BSN: BSN_OF["fatima"]}).status_code == 403


def test_a_rol_shows_a_bsn_only_to_who_is_entitled_to_it(portal, bsn_portal, case):
    def who(portal):
        (rol,) = portal.get(f"{ZAKEN}/rollen").json()["results"]
        return rol["betrokkeneIdentificatie"]

    assert who(bsn_portal) == {"inpBsn": BSN_OF["fatima"]}
    assert list(who(portal)) == ["anpIdentificatie"]
    assert who(portal) == who(portal)


def test_a_rol_of_the_municipality_is_a_team_and_no_name(portal, case, sam):
    take_up(case, by=sam, at=NOON)

    answer = portal.get(f"{ZAKEN}/rollen", {"omschrijvingGeneriek": "behandelaar"})

    assert [rol["betrokkeneIdentificatie"] for rol in answer.json()["results"]] == [
        {"naam": "Team Minima"}
    ]
    assert "Sam" not in answer.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"einddatum__isnull": "true"}, ["katjas"]),
        ({"einddatum__isnull": "false"}, ["fatimas"]),
        ({"startdatum": "2026-11-24"}, ["fatimas"]),
        ({"startdatum__gt": "2026-11-24"}, ["katjas"]),
        ({"startdatum__gte": "2026-11-24", "ordering": "-startdatum"}, ["katjas", "fatimas"]),
        ({"einddatum": "2026-11-24"}, ["fatimas"]),
        ({"registratiedatum__lt": "2026-11-25"}, ["fatimas"]),
        ({"rol__omschrijvingGeneriek": "initiator"}, ["fatimas", "katjas"]),
        ({"rol__omschrijvingGeneriek": "behandelaar"}, []),
        ({"rol__omschrijvingGeneriek": "beslisser"}, []),
        ({"rol__betrokkeneType": "natuurlijk_persoon"}, ["fatimas", "katjas"]),
        ({"maximaleVertrouwelijkheidaanduiding": "intern"}, []),
        ({"maximaleVertrouwelijkheidaanduiding": "geheim"}, ["fatimas", "katjas"]),
        ({"bronorganisatie": "999999999"}, []),
    ],
)
def test_each_filter_keeps_what_it_says(portal, fatima, case, katjas, query, expected):
    withdraw(case, by=fatima.actor, at=NOON)
    numbers = {"fatimas": case.number, "katjas": katjas.number}

    answers = [portal.get(f"{ZAKEN}/zaken", query), portal.post(SEARCH, query)]

    for answer in answers:
        assert found(answer) == [numbers[name] for name in expected]


def test_ids_and_types_find_as_well(portal, case, katjas, case_type):
    kind = portal.get(f"{ZAKEN}/zaken/{case.pk}").json()["zaaktype"]

    assert found(portal.post(SEARCH, {"uuid__in": [str(katjas.pk)]})) == [katjas.number]
    assert len(found(portal.post(SEARCH, {"zaaktype__in": [kind]}))) == 2
    assert len(found(portal.get(f"{ZAKEN}/zaken", {"zaaktype": kind}))) == 2
    assert found(portal.get(f"{ZAKEN}/zaken", {"identificatie": case.number})) == [case.number]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"statuscode": "x"}, "unknown-parameters"),
        ({"startdatum": "24-11-2026"}, "invalid"),
        ({"einddatum__isnull": "misschien"}, "invalid"),
        ({"expand": "hoofdzaak"}, "invalid"),
        ({"ordering": "omschrijving"}, "invalid"),
        ({"page": "0"}, "invalid"),
        ({"zaaktype": "geen adres"}, "invalid"),
        ({"identificatie": "\0"}, "invalid"),
        ({"maximaleVertrouwelijkheidaanduiding": "een beetje"}, "invalid"),
    ],
)
def test_what_we_do_not_know_is_refused_by_name(portal, case, query, code):
    answer = portal.get(f"{ZAKEN}/zaken", query)

    (param,) = answer.json()["invalidParams"]
    assert answer.status_code == 400
    assert (param["name"], param["code"]) == (*query, code)


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "{",
        "[" * 99_999,
        '{"startdatum": NaN}',
        '"x"',
        '{"startdatum": 7}',
        '{"uuid__in": 7}',
        '{"uuid__in": [{}]}',
    ],
)
def test_a_body_that_is_no_question_is_refused(portal, case, body):
    assert portal.post(SEARCH, body).status_code == 400


def test_a_page_holds_a_hundred_and_the_hundred_and_first_stands_on_the_next(portal, many_cases):
    made = many_cases(100)
    whole = portal.get(f"{ZAKEN}/zaken", {"rol__omschrijvingGeneriek": "initiator"}).json()
    assert (whole["count"], whole["next"], len(whole["results"])) == (100, None, 100)
    assert portal.get(f"{ZAKEN}/zaken", {"page": 2}).status_code == 404

    withdraw(made[-1], by=TESTS, at=NOON + timedelta(hours=2))
    many_cases(1)

    first = portal.get(f"{ZAKEN}/zaken", {"rol__omschrijvingGeneriek": "initiator"}).json()
    second = portal.get(first["next"]).json()

    assert (first["count"], len(first["results"]), len(second["results"])) == (101, 100, 1)
    assert (second["next"], portal.get(second["previous"]).json()) == (None, first)
    assert not {each["url"] for each in first["results"]} & {
        each["url"] for each in second["results"]
    }


def test_a_hundred_cases_take_as_many_queries_as_two(bsn_portal, many_cases):
    asked = {
        "zaken": {"expand": "zaaktype,status,status.statustype,resultaat"},
        "statussen": {},
        "resultaten": {},
        "rollen": {},
    }

    def counted() -> dict[str, int]:
        return {path: statements(bsn_portal, path, query) for path, query in asked.items()}

    first = many_cases(2)
    few = counted()
    withdraw(first[-1], by=TESTS, at=NOON + timedelta(hours=1))
    many_cases(98)

    assert counted() == few
    assert max(few.values()) <= 12


def statements(portal, path, query) -> int:
    """What is read and written; not the savepoints, nor telling the wall where we are."""
    with CaptureQueriesContext(connection) as asked:
        assert portal.get(f"{ZAKEN}/{path}", query).status_code == 200
    apart = ("SAVEPOINT", "RELEASE", "SELECT set_config")
    return len([each for each in asked if not each["sql"].startswith(apart)])


def test_each_resident_gets_one_line_for_each_answer(portal, case, katjas, fatima):
    portal.get(f"{ZAKEN}/zaken", {"expand": "status"})

    lines = Look.objects.filter(channel="organisatie")
    assert {line.subject for line in lines} == {fatima.pk, katjas.dossier.resident_id}
    assert len(lines) == 2
    for line in lines:
        assert (line.organisation, line.purpose, line.basis) == ("Portaal Drenthe", WHY, BASIS)
        assert line.elements == ["aanvragen"]
        assert broken_links(line.subject, line.municipality_id) == []


def test_the_resident_reads_it_as_a_sentence(portal, case, fatima):
    portal.get(f"{ZAKEN}/zaken")

    said = sentence_of(Look.objects.get(subject=fatima.pk, channel="organisatie"))
    assert said == f"Portaal Drenthe bekeek uw aanvragen, {WHY} (Awb artikel 2:1)."


@pytest.mark.parametrize("path", ["statussen", "rollen", "zaken/{}", "zaken/{}/zaakeigenschappen"])
def test_every_answer_about_a_case_leaves_a_line(bsn_portal, case, fatima, path):
    before = Look.objects.filter(subject=fatima.pk).count()

    answer = bsn_portal.get(f"{ZAKEN}/{path}".format(case.pk))

    assert answer.status_code == 200
    assert Look.objects.filter(subject=fatima.pk).count() == before + 1
