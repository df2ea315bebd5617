"""Somebody else's id, in every address that takes one: it is simply not found."""

from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus
from itertools import product

import pytest
from django.apps import apps
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from plein.delivery.actions.planning import send_word
from plein.delivery.notices import Notice
from plein.identity.actions import household_of, know_resident
from plein.identity.asking import ask_about
from plein.identity.look_question import Kind
from plein.identity.mandates import invite_helper, take_up_mandate
from plein.identity.models import Account, ProviderUser, Role, Staff
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.bsn import Bsn
from plein.tenants.models import Organisation
from plein.tenants.scope import within
from plein.vault.actions.collecting import start_collection
from plein.vault.actions.corrections import report_wrong
from plein.vault.actions.erasing import ask_erasure
from plein.vault.actions.exports import ask_export
from plein.vault.actions.grants import give, once
from plein.vault.actions.keeping import Incoming, keep
from plein.vault.actions.opening import vault_of
from plein.vault.actions.recipients import admit_recipient
from plein.vault.actions.requests import ask, take_up
from plein.vault.actions.scenarios import keep_scenario
from plein.vault.models import Mode
from plein.web.doors import DESK, ORGANISATION, PROVIDER, RESIDENT
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.models import ProviderKind
from tests.audit.conftest import look
from tests.cast import NOON, TESTS
from tests.vault.conftest import (  # noqa: F401 - fixtures of the vault
    income_check,
    open_use,
    woonstichting,
)
from tests.web.test_policies import patterns
from tests.webshop.conftest import household, order

pytestmark = pytest.mark.long
ALL_ROLES = list(Role)


def addresses(door):
    """The addresses of a door that take one id, and perhaps a bundle or a part of a vault."""
    for route, _entry in patterns(get_resolver(door.urlconf)):
        if route.count("<uuid:") == 1:
            before, rest = route.split("<uuid:")
            after = rest.split(">", 1)[1].replace("<slug:bundle>", "vrijwilligershulp")
            yield f"/{before}{{id}}{after}".replace("<slug:group>", "geld")


def ids_of_every_kind() -> list[str]:
    """A row of every table with an id that could stand in an address."""
    names = ("webshop", "identity", "vault", "delivery")
    models = [m for name in names for m in apps.get_app_config(name).get_models()]
    owned = [m._base_manager.order_by("pk") for m in models if hasattr(m, "municipality_id")]
    return sorted(str(row.pk) for rows in owned if (row := rows.first()))


@pytest.fixture(autouse=True)
def bare_refusals(monkeypatch):
    """The page that says it kindly is drawn thousands of times here, for nobody."""
    monkeypatch.setattr(
        "plein.web.errors._page", lambda _request, _name, status: HttpResponse(status=status)
    )


@pytest.fixture
def emmens(fatima, lina, kindpakket, swimming_lessons, grant_for, ingrid, income_check):
    """A full shop in Emmen, a vault that is shared, and all that can be asked of it."""
    grant = grant_for(kindpakket, lina)
    order(fatima, (swimming_lessons, lina, grant))
    share(vault_of(fatima, at=NOON), income_check, fatima)
    seen = look(grant.municipality, fatima.pk)
    ask_about(seen, Kind.WHO, by=fatima, at=NOON)
    use_every_right(fatima)
    send_word(fatima, Notice.TASK, key="opdracht", at=NOON)
    ids = [*ids_of_every_kind(), str(seen.operation)]
    assert len(ids) > 20
    return ids


def share(vault, use, resident):
    """One request that was answered, one that waits, and a collection."""
    officer = Actor(ActorKind.ORGANISATION, "rosa", "Woonstichting De Es")
    keep(vault, [Incoming("bri_inkomen", 1_840_000)], mode=Mode.SOURCE, at=NOON)
    start_collection(vault, until=NOON + timedelta(hours=2), by=resident.actor, at=NOON)
    for _request in range(2):
        _asked, code = ask(use, "X-1", by=officer, at=NOON)
        mine = take_up(vault, code, by=resident.actor, at=NOON)
    give(vault, use, [], once(NOON), request=mine, by=resident.actor, at=NOON)


def use_every_right(resident):
    """A report, a file, a request to erase, and somebody who helps."""
    vault, by = vault_of(resident, at=NOON), resident.actor
    keep(vault, [Incoming("ww_bruto", 148_200)], mode=Mode.SOURCE, at=NOON)
    report_wrong(vault.values.get(element="ww_bruto"), "Het is meer", by=by, at=NOON)
    ask_export(vault, by=by, at=NOON)
    keep_scenario(vault, "Bij de bakker", [], by=resident, at=NOON)
    ask_erasure(vault, by=by, at=NOON)
    until = NOON.date() + timedelta(days=300)
    _mandate, code = invite_helper(resident, ["geld"], label="Fatima", until=until, at=NOON)
    take_up_mandate(know_resident(Bsn("999990044"), by=TESTS, at=NOON), code, at=NOON)


def answers(client: Client, door, ids) -> Iterator[int]:
    """The status of every address with every id, by each method that it takes."""
    for address, send in product(addresses(door), (client.get, client.post)):
        for row in ids:
            status = send(address.format(id=row)).status_code
            yield status
            if status == HTTPStatus.METHOD_NOT_ALLOWED:
                break


def at(client: Client, host: str) -> Client:
    client.defaults["HTTP_HOST"] = host
    return client


def test_staff_of_buren_find_nothing_of_emmen(emmens, buren, at_work):
    with within(buren):
        account = Account.objects.create_user("allrounder@plein.example", name="Alles")
        Staff.objects.create(account=account, team="Team", roles=ALL_ROLES)

        client = at(at_work(account, DESK), "buren.localhost")
        assert client.get("/medewerkers/").status_code == 200
        assert set(answers(client, DESK, emmens)) <= {404, 405}


def test_a_resident_of_buren_finds_nothing_of_emmen(emmens, buren, signed_in):
    with within(buren):
        lotte = know_resident(Bsn("999990032"), by=TESTS, at=NOON)
        household_of(lotte, at=NOON, day=NOON.date())

        client = signed_in(lotte, host="buren.localhost")
        assert client.get("/overzicht/").status_code == 200
        assert set(answers(client, RESIDENT, emmens)) <= {404, 405}


def test_a_neighbour_finds_nothing_of_another_household(
    emmens, signed_in, swimming_lessons, income_check
):
    neighbour = know_resident(Bsn("999990032"), by=TESTS, at=NOON)
    household_of(neighbour, at=NOON, day=NOON.date())
    client = signed_in(neighbour)
    # What is for sale may be put in anybody's basket, and who may ask is in everybody's sight.
    shown = {str(swimming_lessons.pk), str(income_check.pk)}

    assert set(answers(client, RESIDENT, [row for row in emmens if row not in shown])) <= {404, 405}


def test_another_shop_finds_nothing_of_de_plons(emmens, at_work, bas):
    organisation = Organisation.objects.create(name="De Spaak", kvk="90000002")
    admit_provider(
        organisation, kind=ProviderKind.SHOP, iban="NL91ABNA0417164300", by=TESTS, at=NOON
    )
    account = Account.objects.create_user("ali@plein.example", name="Ali")
    ProviderUser.objects.create(account=account, organisation=organisation)

    client = at_work(account, PROVIDER)
    assert client.get("/aanbieders/").status_code == 200
    assert set(answers(client, PROVIDER, emmens)) <= {404, 405}


def test_another_organisation_finds_nothing_of_de_es(emmens, at_work, bas):
    organisation = Organisation.objects.create(name="Gilde", kvk="90000079")
    admit_recipient(organisation, may_have_bsn=False, contact="Bel", by=bas, at=NOON)
    account = Account.objects.create_user("hanna@plein.example", name="Hanna")
    ProviderUser.objects.create(account=account, organisation=organisation)

    client = at_work(account, ORGANISATION)
    assert client.get("/organisaties/").status_code == 200
    assert set(answers(client, ORGANISATION, emmens)) <= {404, 405}


def test_the_test_can_fail(emmens, fatima, signed_in):
    """Fatima does find her own."""
    assert household(fatima)
    assert 200 in answers(signed_in(fatima), RESIDENT, emmens)


def test_the_walk_knows_every_door_and_the_pages_of_sharing():
    assert {"/organisaties/gedeeld/{id}/bekijk/"} <= set(addresses(ORGANISATION))
    assert {"/gegevens/delen/{id}/", "/gegevens/ophalen/{id}/"} <= set(addresses(RESIDENT))
    assert {"/geld/wat-als/bewaard/{id}/open/"} <= set(addresses(RESIDENT))
    assert {"/medewerkers/organisaties/{id}/doel/vrijwilligershulp/"} <= set(addresses(DESK))
