"""The lives of the demo fit the people we sign in, the households we load, and the catalogue."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import BaseModel
from stdnum.nl import bsn

from plein.config.environment import ROOT
from plein.demo.data_files import rows
from plein.gateways.brp.persoon import Persoon
from plein.gateways.digid.simulator.cast import load_cast
from plein.gateways.simulators.people import STRANGER, all_numbers, life_of
from plein.gateways.suwinet.bijstand import BijstandDossier
from plein.gateways.suwinet.duo import DuoDossier
from plein.gateways.suwinet.kadaster import KadasterDossier
from plein.gateways.suwinet.rdw import RdwDossier
from plein.gateways.suwinet.svb import SvbDossier
from plein.gateways.suwinet.uwv import UwvDossier
from plein.gateways.vorderingen.client import Organisatie

TODAY = date(2026, 11, 27)
CAST = load_cast()
DOSSIERS = [BijstandDossier, DuoDossier, KadasterDossier, RdwDossier, SvbDossier, UwvDossier]


def registered(number: str) -> dict:
    return life_of(number, today=TODAY)["brp"]


def test_everybody_who_can_sign_in_has_a_life():
    assert {person.bsn.reveal() for person in CAST.people} <= set(all_numbers())


@pytest.mark.parametrize("number", [*all_numbers(), STRANGER])
def test_every_number_is_a_test_number_that_passes_the_eleven_test(number: str):
    assert bsn.is_valid(number)
    assert number.startswith("9999")


@pytest.mark.parametrize("person", CAST.people, ids=lambda person: person.key)
def test_people_live_in_the_municipality_where_they_sign_in(person):
    known = registered(person.bsn.reveal())

    assert (
        known["gemeenteVanInschrijving"]["omschrijving"]
        == (CAST.municipalities[person.municipality])
    )
    assert known["naam"]["voornamen"] in {person.name, "Anna"}


@pytest.mark.parametrize("household", rows("people", "households"), ids=lambda row: row["resident"])
def test_children_are_those_of_the_demo(household):
    known = registered(CAST[household["resident"]].bsn.reveal())

    theirs = {
        child["naam"]["voornamen"]: child["geboorte"]["datum"]
        for child in known.get("kinderen", [])
    }
    assert {name: day.exact.replace(day=1) for name, day in theirs.items()} == {
        child["name"]: child["birth"] for child in household.get("children", [])
    }


@pytest.mark.parametrize("number", all_numbers())
def test_children_and_partners_who_are_known_say_the_same_of_themselves(number: str):
    known = registered(number)
    for other in known.get("kinderen", []) + known.get("partners", []):
        if other.get("burgerservicenummer") in all_numbers():
            theirs = registered(other["burgerservicenummer"])
            assert theirs["naam"]["voornamen"] == other["naam"]["voornamen"]
            assert theirs["geboorte"]["datum"] == other["geboorte"]["datum"]


def test_lotte_was_born_in_the_month_of_the_demo_and_is_17():
    born = registered(CAST["lotte"].bsn.reveal())["geboorte"]["datum"].exact

    assert born.replace(day=1) == date(2009, 1, 1)


def test_katja_lost_her_job_and_her_benefit_ends_in_70_days():
    known = life_of(CAST["katja"].bsn.reveal(), today=TODAY)["suwinet"]["UWVPersoonsIkvInfo"]

    (ww,) = known["Uitkeringsverhouding"]
    assert (ww["DatEMaxUitkeringsduur"].exact - TODAY).days == 70
    assert known["Inkomstenverhouding"][0]["DatEIkv"].exact < ww["DatBUitkeringsverhouding"].exact


def _catalogue() -> dict:
    for folder in ROOT.parents:
        path = Path(folder) / "shared" / "facts" / "data_catalogue.yaml"
        if path.exists():
            return yaml.safe_load(path.read_text())
    pytest.skip("needs shared/facts/data_catalogue.yaml in a folder above the project")


def test_every_field_of_the_brp_in_the_catalogue_has_a_place():
    paths = [one["path"] for one in _catalogue()["elements"] if one["via"] == "brp_api"]

    assert [path for path in paths if not _leads_somewhere(Persoon, path.split("."))] == []


def test_every_entity_of_suwinet_in_the_catalogue_has_a_place():
    names = {name for dossier in DOSSIERS for name in _names_in(dossier)}
    paths = [one["path"] for one in _catalogue()["elements"] if one["via"] == "suwinet_inlezen"]

    missing = [path for path in paths if path.rpartition("/")[2] not in names]
    # We do not know yet which service gives the wealth; RDW and Kadaster name their questions.
    assert missing == [
        "Belastingdienst/vermogen",
        "RDWDossierGSD/VoertuigbezitInfoPersoon",
        "KadasterDossierGSD/PersoonsInfo",
    ]


def test_every_organisation_with_claims_is_in_the_catalogue():
    known = _catalogue()["connectors"]["vo_rijk"]["organisations"]

    assert set(Organisatie) <= set(known)


def _leads_somewhere(shape: type[BaseModel], path: list[str]) -> bool:
    field = shape.model_fields.get(path[0])
    if field is None:
        return False
    inner = _shapes_in(field.annotation)
    return len(path) == 1 or any(_leads_somewhere(one, path[1:]) for one in inner)


def _names_in(shape: type[BaseModel]) -> set[str]:
    inner = [one for field in shape.model_fields.values() for one in _shapes_in(field.annotation)]
    return set(shape.model_fields).union(*map(_names_in, inner))


def _shapes_in(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [shape for inner in get_args(annotation) for shape in _shapes_in(inner)]
