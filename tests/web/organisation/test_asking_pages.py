"""Rosa asks: a use that was approved, a reference that names nobody, a code to hand over."""

import re

import pytest

from plein.vault.actions.recipients import end_use
from plein.vault.actions.requests import take_up
from plein.vault.models import ShareRequest
from plein.web.doors import ORGANISATION
from tests.cast import NOON
from tests.web.organisation.conftest import url

CODE = re.compile(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")


def asks(rosa, use, reference="DOSSIER-2026-41", **options):
    answers = {"use": str(use.pk), "reference": reference}
    return rosa.post(url("organisation-ask"), answers, **options)


def test_rosa_gets_a_code_that_opens_the_request_and_a_letter_to_print(
    rosa, income_check, vault, katja
):
    page = asks(rosa, income_check, follow=True).content.decode()

    code = CODE.search(page)[0]
    assert "Brief voor de inwoner" in page
    assert "U kunt uw inkomen ook op papier laten zien." in page
    assert take_up(vault, code, by=katja.actor, at=NOON) == ShareRequest.objects.get()


def test_the_code_is_shown_only_to_who_made_it(rosa, income_check, rosa_account, at_work):
    asks(rosa, income_check)
    address = url("organisation-request", ShareRequest.objects.get().pk)

    colleague = at_work(rosa_account, ORGANISATION).get(address).content.decode()

    assert CODE.search(rosa.get(address).content.decode())
    assert not CODE.search(colleague)
    assert "Is de code kwijt?" in colleague


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("", "Vul het nummer van uw dossier in."),
        ("x" * 41, "Gebruik hoogstens 40 tekens"),
        ("katja@voorbeeld.nl", "Zet geen burgerservicenummer of e-mailadres"),
        ("BSN 999990032", "Zet geen burgerservicenummer of e-mailadres"),
        ("9999.90.032", "Zet geen burgerservicenummer of e-mailadres"),
    ],
)
def test_a_reference_that_says_too_much_is_refused_and_stays_typed(
    rosa, income_check, reference, says
):
    response = asks(rosa, income_check, reference)

    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert f'value="{reference}"' in page or reference == ""
    assert not ShareRequest.objects.exists()


@pytest.mark.parametrize("reference", ["x" * 40, "123456789", "2026 000 123", "9999900321"])
def test_a_number_that_is_nobodys_is_fine(rosa, income_check, reference):
    assert asks(rosa, income_check, reference).status_code == 302


def test_a_use_of_another_organisation_cannot_be_chosen(hanna, income_check):
    assert asks(hanna, income_check).status_code == 422
    assert not ShareRequest.objects.exists()


def test_a_use_that_ended_cannot_be_chosen(rosa, income_check, bas):
    end_use(income_check, by=bas, at=NOON)

    assert asks(rosa, income_check).status_code == 422
    assert "U kunt nu niets vragen" in rosa.get(url("organisation-ask")).content.decode()


def test_a_request_shows_its_state(rosa, asked):
    assert "Code nog niet gebruikt" in rosa.get(url("organisation-home")).content.decode()
