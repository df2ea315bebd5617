"""Wim lays down who helps where; Sam asks Plein which organisation that is for an address."""

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.cases.actions.opening import open_case
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import Area, AreaContract
from plein.regelingen.library import journeys
from plein.tenants.models import Organisation
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.actions.recipients import admit_recipient
from plein.vault.models import Mode
from plein.web.doors import DESK
from tests.cast import TESTS

KEY = "schuldhulpverlening"


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def wims(at_work, wim):
    return at_work(wim.account, DESK)


@pytest.fixture
def gkb(emmen, wim):
    organisation = Organisation.objects.create(name="GKB", kvk="00000099")
    admit_recipient(organisation, may_have_bsn=False, contact="Bel ons.", by=wim, at=timezone.now())
    return organisation


@pytest.fixture
def south(wims):
    wims.post(url("desk-area-set"), {"name": "Zuid", "postcodes": "7812, 7813 AA-7813 KZ"})
    return Area.objects.get()


def contract(area, organisation, **changes):
    given = {
        "area": area.pk,
        "service": KEY,
        "organisation": organisation.pk,
        "start": "1-1-2026",
        "last_day": "",
    }
    return {f"contract-{name}": value for name, value in (given | changes).items()}


def words(page):
    return page.content.decode()


def test_an_area_is_shown_as_it_was_written(wims, south):
    assert "7812, 7813 AA-7813 KZ" in words(wims.get(url("desk-areas")))


def test_a_postcode_that_is_none_is_named_and_nothing_is_lost(wims, emmen):
    page = wims.post(url("desk-area-set"), {"name": "Zuid", "postcodes": "7812, achter het park"})

    assert page.status_code == 422
    assert "‘achter het park’ is geen postcode" in words(page)
    assert "7812, achter het park</textarea>" in words(page)
    assert not Area.objects.exists()


def test_a_second_organisation_for_the_same_is_refused(wims, south, gkb):
    wims.post(url("desk-area-contract"), contract(south, gkb))

    page = wims.post(url("desk-area-contract"), contract(south, gkb, start="1-6-2026"))

    assert page.status_code == 422
    assert "al een organisatie vastgelegd" in words(page)


def test_a_contract_stops_on_its_last_day(wims, south, gkb):
    wims.post(url("desk-area-contract"), contract(south, gkb))
    end = url("desk-area-end", AreaContract.objects.get().pk)
    assert wims.post(end, {"last_day": "1-1-2025"}).status_code == 422

    wims.post(end, {"last_day": "31-12-2027"})

    assert "31 dec 2027" in words(wims.get(url("desk-areas")))


def test_sam_finds_who_helps_at_the_address(wims, south, gkb, fatima, sam, at_work):
    now = timezone.now()
    wims.post(url("desk-area-contract"), contract(south, gkb))
    case_type = publish_case_type(KEY, journeys()[KEY], by=TESTS, at=now)
    case = open_case(fatima, case_type, by=fatima.actor, at=now)
    sams = at_work(sam.account, DESK)
    assert "Wij weten niet waar de inwoner woont." in words(
        sams.post(url("desk-case-nearby", case.pk))
    )

    home = {"straat": "Bargerweg", "huisnummer": "1", "postcode": "7812AB", "woonplaats": "Emmen"}
    keep(vault_of(fatima, at=now), [Incoming("adres", home)], mode=Mode.SOURCE, at=now)
    page = words(sams.post(url("desk-case-nearby", case.pk)))

    assert "In de buurt van de inwoner helpt GKB." in page
    assert f'<option value="{gkb.pk}" selected>' in page


def test_a_consulent_does_not_lay_down_areas(sam, at_work):
    assert at_work(sam.account, DESK).get(url("desk-areas")).status_code == 403
