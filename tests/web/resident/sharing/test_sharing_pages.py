"""What Katja shares, how she stops, her receipts and her lock."""

import json
import re

import pytest
from joserfc import jws
from joserfc.jwk import KeySet

from plein.config.environment import ROOT
from plein.identity.actions import household_of
from plein.tenants.models import Module
from plein.tenants.scope import within
from plein.vault.gate import read
from plein.vault.granted import GrantAccess, GrantDoesNotRun
from plein.vault.models import DataUse, GrantState, Receipt
from tests.cast import NOON
from tests.web.conftest import url
from tests.web.resident.sharing.conftest import FREE

LISTS = ["sharing", "sharing-code", "sharing-uses", "sharing-lock", "sharing-receipts"]


@pytest.fixture
def addresses(grant, request_of_rosa, income_check):
    """Every page of hers, with ids."""
    receipt = grant.receipts.get()
    return [
        url("sharing-request", request_of_rosa.pk),
        url("sharing-grant", grant.pk),
        url("sharing-stop", grant.pk),
        url("sharing-receipt", receipt.pk),
        url("sharing-done", receipt.pk),
        url("sharing-receipt-file", receipt.pk),
    ]


def test_every_page_opens_with_few_queries(
    browser, addresses, income_check, django_assert_max_num_queries
):
    browser.get(url("overview"))
    reading = {addresses[0], url("sharing-give", income_check.pk)}
    within = 2  # the transaction of the gate counts as two where a test is in one already
    more = dict.fromkeys(reading, within) | {url("overview"): 3}  # of which two choose the place

    for address in [*map(url, LISTS), *addresses, url("overview"), *reading]:
        with django_assert_max_num_queries(12 + more.get(address, 0)):
            assert browser.get(address).status_code == 200, address


def test_what_is_somebody_elses_is_not_found(addresses, fatima, signed_in):
    client = signed_in(fatima)

    for address in addresses:
        assert client.get(address).status_code == 404, address
        assert client.post(address).status_code in (404, 405), address


def test_in_another_municipality_it_is_not_found(browser, addresses, buren, income_check):
    there = {"host": "buren.localhost"}

    for address in [*addresses, url("sharing-give", income_check.pk)]:
        assert browser.get(address, headers=there).status_code in (302, 404), address


def test_stopping_is_one_confirmation_and_says_what_may_be_kept(
    browser, grant, rent_officer, vault
):
    before = browser.get(url("sharing-stop", grant.pk)).content.decode()

    after = browser.post(url("sharing-stop", grant.pk), follow=True).content.decode()

    assert "Het huurcontract bewaart uw inkomen niet." in before
    assert "Het huurcontract bewaart uw inkomen niet." in after
    assert "U deelt dit niet meer" in after
    with pytest.raises(GrantDoesNotRun):
        read(vault, grant.elements, access=GrantAccess(grant, rent_officer), at=NOON)


def test_what_ended_has_no_button(browser, grant):
    browser.post(url("sharing-stop", grant.pk))

    page = browser.get(url("sharing-grant", grant.pk)).content.decode()

    assert "Door u gestopt" in page
    assert "Stop met delen" not in page
    assert browser.get(url("sharing-stop", grant.pk)).status_code == 302


def test_who_looked_stands_on_the_page_of_the_grant(browser, grant, rent_officer, vault):
    read(vault, grant.elements, access=GrantAccess(grant, rent_officer), at=NOON)

    page = browser.get(url("sharing-grant", grant.pk)).content.decode()

    assert "Woonstichting De Es, verhuurmedewerker" in page
    assert "24 november 2026, 12.00 uur" in page


def test_no_page_of_sharing_shows_a_value_but_the_decision(browser, addresses):
    for address in [*map(url, LISTS), *addresses[1:]]:
        page = browser.get(address).content.decode()
        assert not re.search("18.400|Veenstra|14 maart 1998", page), address


def test_the_lock_is_put_on_and_taken_off(browser, grant, vault):
    shut = browser.post(url("sharing-lock"), {"lock": "dicht"}, follow=True).content.decode()
    vault.refresh_from_db()
    frozen = vault.is_frozen
    open_ = browser.post(url("sharing-lock"), {"lock": "open"}, follow=True).content.decode()

    vault.refresh_from_db()
    assert (frozen, vault.is_frozen) == (True, False)
    assert "Niemand mag nu kijken." in shut
    assert "Wat moet van de wet." in shut
    assert "Het slot is weg." in open_


def test_a_receipt_says_in_plain_words_what_was_signed(browser, grant):
    page = browser.get(url("sharing-receipt", grant.receipts.get().pk)).content.decode()

    assert "Bewijs: u gaf een deel van de gegevens" in page
    assert "Omdat u dat zelf wilt regelen (Woningwet" in page
    assert "Geregistreerd inkomen" in page
    assert "Uw gegevens zelf staan niet in dit bewijs." in page


def test_the_file_is_checked_with_the_public_keys(browser, grant):
    receipt = grant.receipts.get()

    file = browser.get(url("sharing-receipt-file", receipt.pk))
    keys = browser.get("/.well-known/plein-receipts.json")

    signed = jws.deserialize_compact(
        file.content, KeySet.import_key_set(keys.json()), algorithms=["ES256"]
    )
    assert json.loads(signed.payload)["id"] == str(receipt.pk)
    assert 'filename="bewijs-2026-11-24-' in file.headers["Content-Disposition"]
    assert "d" not in keys.json()["keys"][0]  # the private part


def test_the_how_to_checks_a_receipt_as_it_says(browser, grant, tmp_path, monkeypatch, capsys):
    receipt = grant.receipts.get()
    (tmp_path / "bewijs.jws").write_bytes(
        browser.get(url("sharing-receipt-file", receipt.pk)).content
    )
    (tmp_path / "sleutels.json").write_bytes(
        browser.get("/.well-known/plein-receipts.json").content
    )
    guide = (ROOT / "docs" / "how-to" / "check-a-receipt.md").read_text()
    (code,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    monkeypatch.chdir(tmp_path)

    exec(compile(code, "check-a-receipt.md", "exec"), {})  # noqa: S102 - our own page

    assert "Woonstichting De Es" in capsys.readouterr().out
    assert len(code.strip().splitlines()) <= 10


def test_the_keys_of_another_municipality_do_not_fit(browser, grant, buren):
    with within(buren):
        theirs = browser.get("/.well-known/plein-receipts.json", headers={"host": buren.host})
    own = browser.get("/.well-known/plein-receipts.json")

    assert theirs.json() != own.json()


def test_where_the_vault_is_off_there_is_nothing_to_share(browser, emmen):
    emmen.modules = [Module.WEBSHOP]
    emmen.save(update_fields=["modules"])

    assert browser.get(url("sharing")).status_code == 404
    assert browser.get("/.well-known/plein-receipts.json").status_code == 404
    assert browser.get(url("overview")).status_code == 200


def test_who_may_ask_is_listed_by_kind_and_only_what_was_approved(
    browser, income_check, open_use, bas
):
    open_use(**FREE)
    DataUse.objects.create(
        recipient=income_check.recipient,
        title="iets wat nog niet mag",
        bundle="vrijwilligershulp",
        basis="pw_17",
        kind="eigen_opdracht",
        if_refused="Niets",
        dpia="dpia",
        review_on=NOON.date(),
        registered_by=bas,
    )

    page = browser.get(url("sharing-uses")).content.decode()

    assert page.index("U regelt dit zelf") < page.index("Alleen als u het goed vindt")
    assert "iets wat nog niet mag" not in page.lower()


def test_what_was_shared_before_is_kept_in_sight(browser, grant):
    browser.post(url("sharing-stop", grant.pk))

    page = browser.get(url("sharing")).content.decode()

    assert "U deelt nu niets." in page
    assert "Dit deelde u eerder" in page
    assert "2 bewijzen van wat u besloot." in page
    grant.refresh_from_db()
    assert grant.state == GrantState.WITHDRAWN
    assert Receipt.objects.count() == 2


def test_a_newcomer_sees_a_page_that_says_what_can_be_done(emmen, fatima, signed_in):
    household_of(fatima, at=NOON, day=NOON.date())

    page = signed_in(fatima).get(url("sharing")).content.decode()

    assert "U deelt nu niets." in page
    assert "Ik heb een code" in page
