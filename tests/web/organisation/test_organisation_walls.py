"""Who comes in, and what is not theirs does not exist."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plein.identity.models import Account, ProviderUser
from plein.tenants.models import Module
from plein.tenants.scope import within
from plein.vault.actions.recipients import admit_recipient
from plein.vault.models import Recipient, ShareRequest
from plein.web.doors import ORGANISATION, PROVIDER
from plein.webshop.actions.catalogue import admit_provider
from plein.webshop.models import ProviderKind
from tests.cast import NOON, TESTS
from tests.web.organisation.conftest import url

LISTS = ["organisation-home", "organisation-ask", "organisation-grants"]
PEOPLE = ("identity_member", "identity_household", "identity_resident")


@pytest.fixture
def addresses(given):
    """Every page of Rosa's, one with a grant and one with its request."""
    grant = given()
    return [
        *(url(name) for name in LISTS),
        url("organisation-request", grant.request_id),
        url("organisation-grant", grant.pk),
    ]


def test_to_its_own_organisation_everything_opens_with_few_queries(
    rosa, addresses, django_assert_max_num_queries
):
    for address in addresses:
        with django_assert_max_num_queries(12):
            assert rosa.get(address).status_code == 200, address


def test_a_look_takes_few_queries(rosa, given, django_assert_max_num_queries):
    grant = given()
    rosa.post(url("organisation-look", grant.pk))

    with django_assert_max_num_queries(17):  # ten of them are the gate's: lock, count, log, keys
        assert rosa.post(url("organisation-look", grant.pk)).status_code == 200


def test_what_was_given_to_another_organisation_is_not_found(hanna, addresses, given):
    for address in addresses[len(LISTS) :]:
        assert hanna.get(address).status_code == 404, address
    grant_page = addresses[-1]
    assert hanna.post(f"{grant_page}bekijk/").status_code == 404
    assert "DOSSIER" not in hanna.get(url("organisation-grants")).content.decode()


def test_what_is_in_another_municipality_is_not_found(rosa, addresses, buren, bas, woonstichting):
    with within(buren):
        Recipient.objects.create(organisation=woonstichting.organisation, contact="Bel")
    there = {"host": "buren.localhost"}

    assert rosa.get(url("organisation-home"), headers=there).status_code == 200
    for address in addresses[len(LISTS) :]:
        assert rosa.get(address, headers=there).status_code == 404, address
    assert rosa.post(f"{addresses[-1]}bekijk/", headers=there).status_code == 404


def test_where_the_organisation_is_not_admitted_nobody_comes_in(rosa, woonstichting, buren):
    there = rosa.get(url("organisation-home"), headers={"host": "buren.localhost"})
    Recipient.objects.filter(pk=woonstichting.pk).update(is_admitted=False)

    assert there.status_code == 302
    assert rosa.get(url("organisation-home")).status_code == 302


def test_without_a_second_factor_nobody_comes_in(emmen):
    answer = Client(HTTP_HOST="emmen.localhost").get(url("organisation-home"))

    assert answer.headers["Location"] == "/organisaties/inloggen/"


def test_a_shop_that_may_not_ask_has_no_key_to_this_door(emmen, de_plons, at_work):
    account = Account.objects.create_user("yara@plein.example", name="Yara")
    ProviderUser.objects.create(account=account, organisation=de_plons.organisation)

    assert at_work(account, ORGANISATION).get(url("organisation-home")).status_code == 302


def test_somebody_may_have_both_doors_and_each_has_its_own_cookie(
    rosa, rosa_account, woonstichting, at_work
):
    admit_provider(
        woonstichting.organisation,
        kind=ProviderKind.SHOP,
        iban="NL91ABNA0417164300",
        by=TESTS,
        at=NOON,
    )

    assert at_work(rosa_account, PROVIDER).get("/aanbieders/").status_code == 200
    assert rosa.get(url("organisation-home")).status_code == 200
    assert rosa.get("/aanbieders/").status_code == 302


def test_where_the_vault_is_off_the_door_is_not_there(rosa, emmen):
    emmen.modules = [Module.WEBSHOP]
    emmen.save(update_fields=["modules"])

    assert rosa.get(url("organisation-home")).status_code == 404


def test_no_page_tells_who_the_resident_is(rosa, addresses, katja):
    for address in addresses:
        page = rosa.get(address).content.decode()
        assert str(katja.pk) not in page, address
        assert "Veenstra" not in page, address


def test_no_page_without_a_look_reads_the_tables_of_people(rosa, addresses):
    with CaptureQueriesContext(connection) as queries:
        for address in addresses:
            rosa.get(address)

    assert not [q["sql"] for q in queries if any(f'"{table}"' in q["sql"] for table in PEOPLE)]


def test_more_grants_ask_no_more_queries(rosa, given):
    given()
    rosa.get(url("organisation-home"))
    before = [_queries(rosa, url(name)) for name in LISTS]

    for _again in range(3):
        given()

    assert [_queries(rosa, url(name)) for name in LISTS] == before


def _queries(rosa, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        rosa.get(address)
    return len(queries)


def test_a_request_from_elsewhere_cannot_be_made(rosa, buren, bas, woonstichting, income_check):
    """The use is of Emmen, and the door in Buren does not know it."""
    with within(buren):
        admit_recipient(
            woonstichting.organisation, may_have_bsn=False, contact="Bel", by=bas, at=NOON
        )
    answers = {"use": str(income_check.pk), "reference": "X-1"}

    page = rosa.post(url("organisation-ask"), answers, headers={"host": "buren.localhost"})

    assert page.status_code == 422
    assert not ShareRequest._base_manager.exists()
