"""Another bank account of a provider: asked by one, approved by another, the old one till then."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from plein.identity.models import Account, ProviderUser
from plein.kernel.iban import NotAnIban
from plein.webshop.actions.iban import (
    ApproverAskedIban,
    IbanChangeIsDecided,
    IbanChangeWaits,
    SameIban,
    approve_iban,
    ask_iban,
    refuse_iban,
)
from plein.webshop.models import IbanChange, Provider
from plein.webshop.provider_mail import tell_provider
from tests.cast import NOON
from tests.webshop.conftest import YARA

OLD, NEW = "NL91ABNA0417164300", "NL20INGB0001234567"


@pytest.fixture
def asked(de_plons) -> IbanChange:
    return ask_iban(de_plons, "nl20 ingb 0001 2345 67", by=YARA, at=NOON)


def paid_on() -> str:
    return Provider.objects.get().iban


def test_the_old_one_is_paid_until_somebody_else_approves(asked, bas):
    assert paid_on() == OLD

    approve_iban(asked, by=bas, at=NOON)

    assert paid_on() == NEW


def test_a_refusal_leaves_the_old_one(asked, bas):
    refuse_iban(asked, by=bas, at=NOON)

    assert paid_on() == OLD
    with pytest.raises(IbanChangeIsDecided):
        approve_iban(asked, by=bas, at=NOON)


def test_staff_who_asked_cannot_approve_or_refuse(de_plons, bas, ingrid):
    change = ask_iban(de_plons, NEW, staff=bas, by=bas.actor, at=NOON)
    for decide in (approve_iban, refuse_iban):
        with pytest.raises(ApproverAskedIban):
            decide(change, by=bas, at=NOON)

    approve_iban(change, by=ingrid, at=NOON)

    assert paid_on() == NEW


def test_the_database_knows_four_eyes(de_plons, bas):
    ask_iban(de_plons, NEW, staff=bas, by=bas.actor, at=NOON)

    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        IbanChange.objects.update(decided_by=bas, decided_at=NOON, status="goedgekeurd")


def test_one_change_waits_at_a_time_and_it_is_a_change(asked, de_plons):
    with pytest.raises(IbanChangeWaits):
        ask_iban(de_plons, "NL44RABO0123456789", by=YARA, at=NOON)
    with pytest.raises(SameIban):
        ask_iban(de_plons, OLD, by=YARA, at=NOON)
    with pytest.raises(NotAnIban):
        ask_iban(de_plons, "NL00RABO0123456789", by=YARA, at=NOON)


def test_two_who_approve_at_once_decide_once(at_once, asked, bas, ingrid):
    answers = at_once(
        [lambda who=who: approve_iban(asked, by=who, at=NOON) for who in (bas, ingrid)]
    )

    assert [type(answer) for answer in answers].count(IbanChangeIsDecided) == 1


def test_everybody_who_works_there_hears_of_it_without_the_number(de_plons):
    for name in ("yara", "anna"):
        account = Account.objects.create_user(f"{name}@plons.example", name=name)
        ProviderUser.objects.create(account=account, organisation=de_plons.organisation)

    for about in ("iban_asked", "iban_approved", "iban_refused"):
        tell_provider.call(
            municipality=de_plons.municipality_id, provider=str(de_plons.pk), about=about
        )

    assert [letter.to for letter in mail.outbox].count(["anna@plons.example"]) == 3
    assert [letter.to for letter in mail.outbox].count(["yara@plons.example"]) == 3
    assert not [letter for letter in mail.outbox if NEW in letter.body or OLD in letter.body]
