"""Katja changes the account of her own benefit, with a sign-in of just now."""

from datetime import date, timedelta
from importlib import import_module

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from plein.delivery.models import Delivery
from plein.identity.actions import household_of, know_resident
from plein.kernel.bsn import Bsn
from plein.payments.known import known_of
from plein.payments.models import AccountState, PayAccount
from tests.cast import NOON, TESTS, TODAY
from tests.payments.conftest import (  # noqa: F401 - fixtures of payments
    AT,
    NOVEMBER,
    OF_KATJA,
    award_of,
    calculated,
    katja,
    new_award,
    noor,
    paid,
)
from tests.web.conftest import url

GIVEN = {"iban": "nl02 abna 0123 4567 89", "name": "K. Jansen"}


@pytest.fixture
def katjas(katja, signed_in):
    with time_machine.travel(AT, tick=False):
        household_of(katja, at=NOON, day=TODAY, name="Katja")
        yield signed_in(katja)


def paid_on(award):
    later = AT + timedelta(seconds=1)
    return known_of([award], NOVEMBER, at=later, by=TESTS, now=later)[award.pk].payee


def words(response) -> str:
    return " ".join(response.content.decode().split()).replace("\N{NO-BREAK SPACE}", " ")


def test_she_looks_at_it_and_only_then_it_changes(katjas, award_of):
    award = award_of()
    assert "NL91 ABNA 0417 1643 00" in words(katjas.get(url("benefit-account")))

    check = katjas.post(url("benefit-account"), GIVEN, follow=True)
    assert "NL02 ABNA 0123 4567 89" in words(check)
    assert "Vanaf de volgende betaling" in words(check)
    assert paid_on(award) == OF_KATJA

    done = katjas.post(url("benefit-account-check"), follow=True)
    assert "Uw rekeningnummer is veranderd" in words(done)
    assert paid_on(award).iban == "NL02ABNA0123456789"


def test_a_wrong_number_comes_back_as_it_was_typed(katjas, award_of):
    award_of()

    answer = katjas.post(url("benefit-account"), GIVEN | {"iban": "NL00 ABNA 0123 4567 89"})

    assert answer.status_code == 422
    assert "Dit rekeningnummer klopt niet" in words(answer)
    assert 'value="NL00 ABNA 0123 4567 89"' in words(answer)
    assert 'value="K. Jansen"' in words(answer)


def test_going_back_from_the_check_keeps_what_was_typed(katjas, award_of):
    award_of()
    katjas.post(url("benefit-account"), GIVEN)

    assert 'value="NL02 ABNA 0123 4567 89"' in words(katjas.get(url("benefit-account")))


def test_a_payment_that_was_approved_still_goes_to_the_old_account(katjas, award_of, paid):
    award_of()
    paid(pay_on=date(2026, 12, 4))

    page = words(katjas.post(url("benefit-account"), GIVEN, follow=True))

    assert "De betaling van vrijdag 4 december 2026 gaat nog naar uw oude rekening" in page


def test_two_clicks_change_it_once_and_send_word_once(katjas, award_of, katja):
    award_of()
    katjas.post(url("benefit-account"), GIVEN)

    for _click in range(2):
        katjas.post(url("benefit-account-check"))

    assert PayAccount.objects.filter(by_resident=True, state=AccountState.CONFIRMED).count() == 1
    assert Delivery.objects.filter(key__startswith="rekening:").count() <= 1


def test_a_phone_on_the_table_changes_nothing(katjas, award_of):
    award = award_of()
    katjas.post(url("benefit-account"), GIVEN)
    store = import_module(settings.SESSION_ENGINE).SessionStore
    session = store(katjas.cookies["plein_inwoner"].value)
    session["began"] = (timezone.now() - timedelta(minutes=6)).isoformat()
    session.save()

    assert katjas.get(url("benefit-account")).status_code == 403
    assert katjas.post(url("benefit-account-check")).status_code == 403
    assert paid_on(award) == OF_KATJA


def test_who_has_no_benefit_finds_no_page(award_of, signed_in):
    award_of()
    neighbour = know_resident(Bsn("999990044"), by=TESTS, at=NOON)
    household_of(neighbour, at=NOON, day=TODAY)
    client = signed_in(neighbour)

    for name in ("benefit-account", "benefit-account-check", "benefit-account-done"):
        assert client.get(url(name)).status_code == 404


def test_after_the_benefit_nothing_changes_any_more(katjas, award_of):
    award = award_of()
    award.ends_on, award.end_reason, award.ended_at = date(2026, 11, 2), "werk", AT
    award.save()

    assert katjas.get(url("benefit-account")).status_code == 404
    assert url("benefit-account") not in words(katjas.get(url("benefit")))


def test_it_is_shown_in_few_queries(katjas, award_of, django_assert_max_num_queries):
    award_of()
    katjas.get(url("benefit-account"))

    with django_assert_max_num_queries(12):
        katjas.get(url("benefit-account"))
