"""Fourteen families: who sees what of whom, and until which second (vault domain, G-25)."""

import io
import json
import zipfile
from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest

from plein.audit.models import Act, Look
from plein.gateways.answers import Found
from plein.gateways.brp.client import BrpClient
from plein.gateways.brp.persoon import Persoon
from plein.identity.actions import household_of, know_resident
from plein.identity.mandates import (
    UnknownHelpCode,
    end_mandate,
    invite_helper,
    take_up_mandate,
)
from plein.kernel.bsn import Bsn
from plein.kernel.clock import AMSTERDAM, start_of
from plein.kernel.refusal import Refusal
from plein.tenants.scope import within
from plein.vault.access import OwnAccess, VaultIsClosed
from plein.vault.actions.collecting import begin_run, finish_run, start_collection
from plein.vault.actions.freezing import freeze
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.kin import know_children
from plein.vault.actions.opening import vault_of
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import About
from plein.vault.exporting.package import package_of
from plein.vault.gate import read, read_history
from plein.vault.granted import GrantAccess
from plein.vault.helped import HelperAccess, HelpHasEnded, NobodyLooksNow
from plein.vault.models import DataUse, Mode, UseKind
from plein.vault.offers import offered_elements
from plein.vault.parental import NotForParents, ParentAccess
from plein.vault.sources import brp
from plein.vault.sources.asking import Answered, Asked, Kin
from plein.vault.words import lines
from tests.cast import BSN_OF, NOON, TESTS, TODAY
from tests.web.conftest import signed_in, url  # noqa: F401 - a fixture

EVIS = Bsn("999990044")
BORN = date(2012, 4, 23)
HIDDEN_HOME = {"straat": "Schuilplaats", "huisnummer": "7", "postcode": "7811ZZ"}
UNTIL = TODAY + timedelta(days=30)


@pytest.fixture
def evi(emmen):
    """A child with a vault of her own."""
    resident = know_resident(EVIS, by=TESTS, at=NOON)
    household_of(resident, at=NOON, day=TODAY, name="Evi")
    vault = vault_of(resident, at=NOON)
    put(vault, naam_voornamen="Evi", opleiding=[{"naam": "vmbo"}])
    return vault


def put(vault, at=NOON, marks=(), **values):
    incoming = [Incoming(key, value, marks=marks) for key, value in values.items()]
    keep(vault, incoming, mode=Mode.SOURCE, at=at)


def is_parent(resident, born=BORN, has_authority=True, at=NOON):
    know_children(resident, [Kin(EVIS, born, has_authority)], at=at)
    return ParentAccess(resident)


def helper_of(giver, helper, *parts):
    _mandate, code = invite_helper(giver, parts, label="Katja", until=UNTIL, at=NOON)
    return HelperAccess(take_up_mandate(helper, code, at=NOON))


def seen(vault, access, *keys, at=NOON):
    return {each.element.key: each.value for each in read(vault, keys, access=access, at=at)}


def of_group(name):
    return [key for key, element in catalogue().elements.items() if element.group == name]


def everything_written() -> str:
    return str(list(Look.objects.values()) + list(Act.objects.values()))


def test_1_a_divorce_detaches_the_partner_at_once_also_from_what_was(vault, katja):
    put(vault, at=NOON - timedelta(days=400), partner={"voornaam": "Rob"})
    put(vault, at=NOON - timedelta(days=200), partner={"voornaam": "Rob", "sinds": "2016"})

    put(vault, partner=None, echtscheiding_datum="2026-11-20")

    own = OwnAccess(katja)
    assert seen(vault, own, "partner") == {"partner": None}
    history = read_history(vault, "partner", access=own, at=NOON)
    assert [each.value for each in history] == [None]
    before = read(vault, ["partner"], access=own, at=NOON, as_of=NOON - timedelta(days=100))
    assert before == []
    assert b"Rob" not in zipped_json(vault)


def test_1b_a_former_partner_does_not_come_back_with_a_new_marriage(vault, katja):
    put(vault, at=NOON - timedelta(days=400), partner={"voornaam": "Rob"})
    put(vault, at=NOON - timedelta(days=200), partner=None)
    put(vault, partner={"voornaam": "Jan"})

    own = OwnAccess(katja)
    assert [each.value for each in read_history(vault, "partner", access=own, at=NOON)] == [
        {"voornaam": "Jan"}
    ]
    assert read(vault, ["partner"], access=own, at=NOON, as_of=NOON - timedelta(days=300)) == []
    assert b"Rob" not in zipped_json(vault)


def zipped_json(vault) -> bytes:
    with zipfile.ZipFile(io.BytesIO(package_of(vault, at=NOON))) as archive:
        return archive.read("inzage.json")


def test_2_a_shared_child_does_not_tell_where_the_other_parent_hides(evi, katja):
    """Evi lives with her father, at an address that is a secret. Katja has gezag as well."""
    put(
        evi,
        marks=("geheim",),
        adres=HIDDEN_HOME,
        adres_sinds="2026-10-01",
        geheimhouding=True,
    )
    put(evi, gemeente_inschrijving="Emmen", medebewoners=[{"geboortedatum": "1980"}])
    access = is_parent(katja)

    for_parents = [key for key in of_group("wonen") if key != "medebewoners"]
    assert seen(evi, access, *for_parents) == {}
    with pytest.raises(NotForParents):
        seen(evi, access, "medebewoners")
    assert seen(evi, access, "opleiding") == {"opleiding": [{"naam": "vmbo"}]}


def test_3_a_secret_address_is_in_no_view_of_another_no_log_and_no_export_of_another(
    vault, katja, fatima, shared, rent_officer
):
    grant = shared()
    put(vault, adres=HIDDEN_HOME, at=NOON - timedelta(days=9))
    put(vault, marks=("geheim",), adres=HIDDEN_HOME, adres_sinds="2026-01-01")
    grant.elements = ["adres", "adres_sinds", "bri_inkomen"]
    grant.save(update_fields=["elements"])

    by_officer = seen(vault, GrantAccess(grant, rent_officer), *grant.elements)
    by_helper = seen(vault, helper_of(katja, fatima, "wonen"), "adres", "adres_sinds")
    exported = zipped_json(vault_of(fatima, at=NOON))

    assert set(by_officer) == {"bri_inkomen"}
    assert by_helper == {}
    assert b"Schuilplaats" not in exported
    assert "Schuilplaats" not in everything_written()
    assert seen(vault, OwnAccess(katja), "adres") == {"adres": HIDDEN_HOME}


@pytest.mark.parametrize("grown", [date(2027, 3, 28), date(2026, 10, 25)])
def test_4_at_both_clock_changes_a_parent_looks_until_midnight(evi, katja, grown):
    midnight = start_of(grown)
    just_before = midnight - timedelta(seconds=1)
    access = is_parent(katja, born=grown.replace(year=grown.year - 18), at=just_before)
    assert just_before.astimezone(AMSTERDAM).strftime("%H:%M:%S") == "23:59:59"

    assert seen(evi, access, "naam_voornamen", at=just_before) == {"naam_voornamen": "Evi"}
    with pytest.raises(NotForParents):
        seen(evi, access, "naam_voornamen", at=midnight)


def test_5_who_was_born_on_29_february_is_of_age_on_1_march(evi, katja):
    grown = start_of(date(2026, 3, 1))
    before = grown - timedelta(seconds=1)
    access = is_parent(katja, born=date(2008, 2, 29), at=before)
    put(vault_of(katja, at=NOON), kinderen=[{"voornaam": "Evi", "geboortedatum": "2008-02-29"}])

    own = OwnAccess(katja)
    assert seen(evi, access, "naam_voornamen", at=before)
    assert len(seen(katja.vault, own, "kinderen", at=before)["kinderen"]) == 1
    assert seen(katja.vault, own, "kinderen", at=grown) == {"kinderen": []}
    with pytest.raises(NotForParents):
        seen(evi, access, "naam_voornamen", at=grown)


def test_6_a_helper_who_is_stopped_halfway_sees_nothing_at_the_next_click(vault, katja, fatima):
    put(vault, ww_bruto=148_200)
    access = helper_of(katja, fatima, "geld")
    assert seen(vault, access, "ww_bruto")

    end_mandate(access.mandate, by=katja, at=NOON)

    with pytest.raises(HelpHasEnded):
        seen(vault, access, "ww_bruto")


def test_7_somebody_of_another_municipality_helps_nobody_here(katja, buren):
    _mandate, code = invite_helper(katja, ["geld"], label="Katja", until=UNTIL, at=NOON)

    with within(buren):
        helper = know_resident(Bsn(BSN_OF["fatima"]), by=TESTS, at=NOON)
        with pytest.raises(UnknownHelpCode):
            take_up_mandate(helper, code, at=NOON)
        assert not helper.mandates_held.exists()


def test_8_a_parent_without_gezag_sees_nothing(evi, katja):
    with pytest.raises(NotForParents):
        seen(evi, is_parent(katja, has_authority=False), "naam_voornamen")


def test_9_gezag_that_a_judge_took_away_ends_with_the_next_answer_of_the_brp(evi, katja, vault):
    access = is_parent(katja)
    assert seen(evi, access, "naam_voornamen")

    collected(vault, kin=(Kin(EVIS, BORN, has_authority=False),))

    with pytest.raises(NotForParents):
        seen(evi, access, "naam_voornamen")


def collected(vault, **answer):
    """The BRP answers what is said here."""
    collection, _ = start_collection(
        vault, until=NOON + timedelta(hours=1), by=vault.resident.actor, at=NOON
    )
    run = collection.runs.get(source="brp")
    begin_run(run, at=NOON)
    finish_run(run, Answered("BRP", **answer), at=NOON)
    vault.refresh_from_db()


def test_10_who_lives_on_the_address_is_shown_without_a_name(vault, katja, fatima):
    put(vault, medebewoners=[{"geboortedatum": "1985"}, {"geboortedatum": "2015"}])

    (reading,) = read(vault, ["medebewoners"], access=OwnAccess(katja), at=NOON)

    assert lines(reading.element, reading.value) == ["geboren 1985", "geboren 2015"]
    with pytest.raises(Refusal):
        seen(vault, helper_of(katja, fatima, "wonen"), "medebewoners")


def test_11_after_a_death_nobody_else_looks(
    vault, katja, fatima, evi, shared, rent_officer, monkeypatch
):
    grant = shared()
    helper = helper_of(katja, fatima, "geld")
    person = Persoon.model_validate(
        {
            "burgerservicenummer": BSN_OF["katja"],
            "opschortingBijhouding": {"reden": {"code": "O", "omschrijving": "overlijden"}},
        }
    )
    monkeypatch.setattr(BrpClient, "person", lambda *_given, **_named: Found(person))
    answer = brp.ask(Asked(Bsn(BSN_OF["katja"]), katja.pk, TODAY))

    collected(vault, has_died=answer.has_died)

    assert vault.closed_at == NOON
    with pytest.raises(VaultIsClosed):
        seen(vault, helper, "ww_bruto")
    with pytest.raises(VaultIsClosed):
        seen(vault, GrantAccess(grant, rent_officer), "bri_inkomen")
    evi.closed_at = NOON
    with pytest.raises(VaultIsClosed):
        seen(evi, is_parent(katja), "naam_voornamen")


@pytest.mark.parametrize("code", ["E", "F", "R"])
def test_11b_who_moved_abroad_did_not_die(vault, katja, monkeypatch, code):
    person = Persoon.model_validate(
        {
            "burgerservicenummer": BSN_OF["katja"],
            "opschortingBijhouding": {"reden": {"code": code}},
        }
    )
    monkeypatch.setattr(BrpClient, "person", lambda *_given, **_named: Found(person))

    answer = brp.ask(Asked(Bsn(BSN_OF["katja"]), katja.pk, TODAY))

    assert not answer.has_died


def test_12_a_frozen_vault_lets_no_helper_in(vault, katja, fatima):
    put(vault, ww_bruto=148_200)
    access = helper_of(katja, fatima, "geld")

    freeze(vault, by=katja.actor, at=NOON)

    with pytest.raises(NobodyLooksNow):
        seen(vault, access, "ww_bruto")
    assert seen(vault, OwnAccess(katja), "ww_bruto") == {"ww_bruto": 148_200}


def test_13_a_page_of_a_parent_that_was_left_open_shuts_on_the_birthday(
    evi,
    katja,
    signed_in,
):
    now = datetime.now(tz=AMSTERDAM)
    tomorrow = (now + timedelta(days=1)).date()
    client, page = signed_in(katja), url("child-part", evi.pk, "werk")
    is_parent(katja, born=eighteen_years_before(tomorrow), at=now)
    assert "vmbo" in client.get(page).content.decode()

    is_parent(katja, born=eighteen_years_before(now.date()), at=now)

    answer = client.get(page, follow=True).content.decode()
    assert "vmbo" not in answer
    assert "niet meer bekijken" in answer
    assert seen(evi, OwnAccess(evi.resident), "opleiding")


def eighteen_years_before(day: date) -> date:
    """Eighteen years back is never a day too early: from 29 February it is 28 February."""
    years = (day.year - 18, day.month)
    return date(*years, min(day.day, monthrange(*years)[1]))


@pytest.mark.parametrize("bundle", list(catalogue().bundles))
@pytest.mark.parametrize("kind", [UseKind.CONSENT, UseKind.ORDER])
def test_14_what_is_about_a_partner_never_goes_along_by_choice(woonstichting, bundle, kind):
    use = DataUse(recipient=woonstichting, bundle=bundle, kind=kind)

    about = {
        catalogue().elements[key].about
        for key in offered_elements(use)
        if key in catalogue().elements
    }

    assert About.PARTNER not in about


def test_15_an_export_holds_of_others_no_more_than_the_pages_show(
    vault,
    katja,
    signed_in,
):
    put(
        vault,
        kinderen=[
            {"voornaam": "Evi", "geboortedatum": "2017-04-23"},
            {"voornaam": "Tess", "geboortedatum": "2008-11-24"},  # eighteen today
        ],
        partner={"voornaam": "Rob"},
    )
    put(vault, partner={"voornaam": "Jan"}, medebewoners=[{"geboortedatum": "1985"}])
    client = signed_in(katja)
    pages = [url("vault-group", "gezin"), url("vault-group", "wonen")]
    pages += [url("vault-value", key) for key in ("partner", "kinderen", "medebewoners")]
    shown = "".join(client.get(page).content.decode() for page in pages)

    exported = zipped_json(vault).decode()

    assert [name for name in ("Evi", "Jan") if name not in shown or name not in exported] == []
    assert [name for name in ("Rob", "Tess") if name in shown or name in exported] == []
    others = {each["element"] for each in json.loads(exported)["values"]}
    assert "bsn" not in others
