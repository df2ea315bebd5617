"""For an address, a service and a day there is exactly one organisation, or a person says which."""

from datetime import timedelta

import pytest

from plein.audit.models import Look
from plein.cases.actions.areas import (
    EndsBeforeItBegins,
    PostcodesOverlap,
    SomebodyWorksThere,
    contract,
    end_contract,
    set_area,
)
from plein.cases.models import AreaContract
from plein.cases.routing import Because, organisation_at, route
from plein.kernel.postcodes import read_postcode, read_span
from plein.kernel.refusal import Refusal
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.models import Mode
from plein.vault.readings import SECRET
from tests.cases.conftest import KEY
from tests.cast import NOON, TESTS, TODAY

NEXT_YEAR = TODAY + timedelta(days=365)
HOME = {"straat": "Bargerweg", "huisnummer": "1", "postcode": "7812AB", "woonplaats": "Emmen"}


@pytest.fixture
def south(emmen):
    return set_area("Zuid", [read_span("7812-7813")], by=TESTS, at=NOON)


@pytest.fixture
def works_there(south, gkb):
    def works_there(organisation=gkb, *, start=TODAY, until=None, area=south, service=KEY):
        return contract(area, service, organisation, start=start, until=until, by=TESTS, at=NOON)

    return works_there


@pytest.fixture
def lives_at(fatima):
    def lives_at(address, marks=()):
        vault = vault_of(fatima, at=NOON)
        keep(vault, [Incoming("adres", address, marks=marks)], mode=Mode.SOURCE, at=NOON)

    return lives_at


def at(postcode, day=TODAY, service=KEY):
    return organisation_at(read_postcode(postcode), service, day)


def test_one_organisation_from_its_first_day_until_its_last(works_there, gkb):
    works_there(until=NEXT_YEAR)

    assert at("7812 AA") == at("7813 ZZ") == gkb
    assert at("7814 AA") is None
    assert at("7812 AA", service="bijstand") is None
    assert at("7812 AA", TODAY - timedelta(days=1)) is None
    assert at("7812 AA", NEXT_YEAR - timedelta(days=1)) == gkb
    assert at("7812 AA", NEXT_YEAR) is None


def test_a_second_one_at_the_same_time_is_refused(works_there, emmen):
    other = Organisation.objects.create(name="Ander", kvk="00000098")
    works_there(until=NEXT_YEAR)

    with pytest.raises(SomebodyWorksThere):
        works_there(other, start=NEXT_YEAR - timedelta(days=1))
    works_there(other, start=NEXT_YEAR)

    assert at("7812 AA", NEXT_YEAR) == other


def test_a_postcode_belongs_to_one_area(south):
    with pytest.raises(PostcodesOverlap):
        set_area("Noord", [read_span("7813 ZZ-7815")], by=TESTS, at=NOON)

    assert set_area("Noord", [read_span("7814-7815")], by=TESTS, at=NOON).parts.count() == 1
    assert set_area("Zuid", [read_span("7812-7813")], by=TESTS, at=NOON) == south


def test_another_municipality_has_areas_of_its_own(south, buren):
    with within(buren):
        assert set_area("Zuid", [read_span("7812-7813")], by=TESTS, at=NOON) != south


def test_two_that_come_at_once_are_still_one(works_there, emmen, at_once):
    other = Organisation.objects.create(name="Ander", kvk="00000098")

    done = at_once([works_there, lambda: works_there(other)])

    assert [isinstance(each, Refusal) for each in done].count(True) == 1
    assert AreaContract.objects.count() == 1


def test_without_the_constraint_there_would_be_two(take_down, works_there, emmen):
    take_down("cases_areacontract", "cases_one_organisation")
    works_there()

    works_there()

    assert AreaContract.objects.count() == 2


def test_a_contract_ends_on_a_day_and_not_before_it_began(works_there):
    made = works_there()
    with pytest.raises(EndsBeforeItBegins):
        end_contract(made, TODAY, by=TESTS, at=NOON)

    end_contract(made, NEXT_YEAR, by=TESTS, at=NOON)

    assert at("7812 AA", NEXT_YEAR) is None


def test_an_address_leads_to_its_organisation_and_the_resident_sees_the_look(
    case, works_there, lives_at, sam, gkb, fatima
):
    works_there()
    lives_at(HOME)

    assert route(case, by=sam.actor, at=NOON).organisation == gkb
    look = Look.objects.filter(subject=fatima.pk).latest("at")
    assert (look.purpose, look.case) == (
        "om te zien welke organisatie in uw buurt helpt",
        case.number,
    )


def test_a_secret_address_goes_to_a_person(case, works_there, lives_at, sam):
    works_there()
    lives_at(HOME, marks=(SECRET,))

    assert route(case, by=sam.actor, at=NOON).because is Because.SECRET


def test_without_an_address_or_a_contract_a_person_says(case, lives_at, sam):
    assert route(case, by=sam.actor, at=NOON).because is Because.UNKNOWN
    lives_at(HOME)
    assert route(case, by=sam.actor, at=NOON).because is Because.NOBODY
