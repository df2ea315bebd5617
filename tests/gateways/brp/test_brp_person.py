"""One person of the BRP, as the simulator and the standard write it."""

import json
from datetime import timedelta

import pytest
from sources import FATIMA, HENK, KATJA, LOTTE, PIET, SAMIR, TODAY, Sources

from plein.gateways.answers import AnswerRefused, NothingFound, Reason
from plein.gateways.back_channel import Answer
from plein.gateways.brp.client import FIELDS, BrpClient
from plein.gateways.partial_date import PartialDate


@pytest.fixture
def brp(sources: Sources) -> BrpClient:
    return BrpClient(f"{sources.url}/brp")


@pytest.fixture
def says(monkeypatch):
    """A source that says this, whatever is asked; what was asked comes back in a list."""
    asked = []

    def say(*people: dict, **also: object) -> list:
        def call(*_args, content: bytes, **_kwargs) -> Answer:
            asked.append(json.loads(content))
            return Answer(200, json.dumps({"personen": list(people), **also}).encode())

        monkeypatch.setattr("plein.gateways.source.call", call)
        return asked

    return say


def test_katja_is_divorced_and_has_two_children(brp: BrpClient):
    katja = brp.person(KATJA).value

    (ruben,) = katja.partners
    divorced = ruben.ontbindingHuwelijkPartnerschap.datum.exact
    assert timedelta(days=150) < TODAY - divorced < timedelta(days=155)
    assert [child.naam.voornamen for child in katja.kinderen] == ["Mees", "Evi"]
    assert [str(child.geboorte.datum) for child in katja.kinderen] == ["2022-02-11", "2017-04-23"]
    assert {gezag.type for gezag in katja.gezag} == {"GezamenlijkOuderlijkGezag"}
    assert katja.verblijfplaats.verblijfadres.huisletter == "B"
    assert katja.adressering.aanschrijfwijze.naam == "K. Veenstra"


def test_a_partner_of_today_has_no_end(brp: BrpClient):
    (jan,) = brp.person(FATIMA).value.partners

    assert jan.ontbindingHuwelijkPartnerschap is None
    assert len(brp.person(FATIMA).value.kinderen) == 3


def test_the_four_forms_of_a_date(brp: BrpClient):
    samir, henk = brp.person(SAMIR).value, brp.person(HENK).value

    assert samir.nationaliteiten[0].datumIngangGeldigheid == PartialDate()
    assert samir.geboorte.datum == PartialDate(1996)
    assert henk.verblijfplaats.datumVan == PartialDate(1988, 4)
    assert samir.immigratie.datumVestigingInNederland.exact < TODAY


def test_a_statushouder_has_a_title_that_still_runs(brp: BrpClient):
    title = brp.person(SAMIR).value.verblijfstitel

    assert title.datumIngang.exact < TODAY < title.datumEinde.exact


def test_piet_is_under_curatele_and_his_address_is_secret(brp: BrpClient):
    piet = brp.person(PIET).value

    assert piet.indicatieCurateleRegister
    assert piet.geheimhoudingPersoonsgegevens
    assert piet.verblijfplaats.is_briefadres


def test_a_parent_decides_for_lotte(brp: BrpClient):
    (gezag,) = brp.person(LOTTE).value.gezag

    assert gezag.minderjarige.burgerservicenummer == LOTTE
    assert gezag.ouder.naam.volledigeNaam == "Marieke Hendriks"


def test_what_is_under_investigation_is_named(sources: Sources, brp: BrpClient):
    with sources.ill("warning", source="brp"):
        found = brp.person(KATJA)

    assert found.value.in_onderzoek == ("verblijfplaats.datumVan", "verblijfplaats.type")
    assert found.warnings == ("De gemeente onderzoekt of deze gegevens kloppen.",)


def test_the_question_names_every_field_and_nothing_that_comes_unasked(says):
    asked = says()

    assert BrpClient("http://localhost").person(KATJA) == NothingFound()

    (question,) = asked
    assert question["fields"] == list(FIELDS)
    assert question["burgerservicenummer"] == [KATJA.reveal()]
    assert not {"inOnderzoek", "geheimhoudingPersoonsgegevens"} & set(FIELDS)


def test_somebody_who_died_is_found_with_a_warning(says):
    stopped = {"reden": {"code": "O", "omschrijving": "overlijden"}}
    says({"burgerservicenummer": KATJA.reveal(), "opschortingBijhouding": stopped})

    found = BrpClient("http://localhost").person(KATJA)

    assert found.warnings == ("De gemeente houdt deze gegevens niet meer bij: overlijden.",)


def test_one_other_person_among_the_answers_is_one_too_many(says):
    says({"burgerservicenummer": KATJA.reveal()}, {"burgerservicenummer": PIET.reveal()})

    with pytest.raises(AnswerRefused) as refused:
        BrpClient("http://localhost").person(KATJA)

    assert refused.value.reason is Reason.OTHER_PERSON


def test_the_same_person_twice_is_no_answer(says):
    says({"burgerservicenummer": KATJA.reveal()}, {"burgerservicenummer": KATJA.reveal()})

    with pytest.raises(AnswerRefused) as refused:
        BrpClient("http://localhost").person(KATJA)

    assert refused.value.reason is Reason.SCHEMA


@pytest.mark.parametrize(
    "day",
    [
        {"type": "Datum", "datum": "2023-02-29"},
        {"type": "Datum", "datum": "20230201"},
        {"type": "Datum"},
        {"type": "JaarDatum", "jaar": 0},
        {"type": "JaarDatum", "jaar": True},
        {"type": "JaarDatum", "jaar": 10**30},
        {"type": "JaarMaandDatum", "jaar": 2023, "maand": 13},
        {"type": "DatumOnbekend"},
        {"type": "Eeuw", "eeuw": 21},
        "2023-01-01",
        7,
    ],
)
def test_a_date_in_another_form_is_refused(says, day):
    person = {
        "burgerservicenummer": KATJA.reveal(),
        "immigratie": {"datumVestigingInNederland": day},
    }
    says(person)

    with pytest.raises(AnswerRefused) as refused:
        BrpClient("http://localhost").person(KATJA)

    assert refused.value.reason is Reason.SCHEMA
