"""Where the money goes: nobody changes that alone for somebody else."""

from datetime import timedelta

import pytest

from plein.audit.models import Act
from plein.identity.models import Role
from plein.kernel.iban import NotAnIban
from plein.payments.actions.accounts import (
    AccountIsSettled,
    AccountWaits,
    ProposedItYourself,
    confirm_account,
    propose_account,
    refuse_account,
    tell_account,
)
from plein.payments.known import known_of
from plein.payments.models import AccountState, PayAccount
from plein.payments.payee import Payee
from tests.cast import NOON, TESTS, staff_member
from tests.payments.conftest import NOVEMBER, OF_KATJA

OTHER = Payee(name="K. Jansen", iban="NL02ABNA0123456789")
THIRD = Payee(name="K. Jansen", iban="NL20INGB0001234567")
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def mila(emmen):
    """A colleague of Noor."""
    return staff_member("mila", Role.CONSULENT)


def paid_on(award, at=LATER):
    return known_of([award], NOVEMBER, at=at, by=TESTS, now=at)[award.pk].payee


def test_a_proposal_changes_nothing_until_a_colleague_confirms_it(award_of, noor, mila):
    award = award_of()

    account = propose_account(award, OTHER, by=noor, at=NOON)
    assert paid_on(award) == OF_KATJA

    confirm_account(account, by=mila, at=LATER)
    assert paid_on(award) == OTHER


def test_nobody_confirms_what_they_proposed_themselves(award_of, noor):
    account = propose_account(award_of(), OTHER, by=noor, at=NOON)

    with pytest.raises(ProposedItYourself):
        confirm_account(account, by=noor, at=LATER)


def test_what_a_colleague_refuses_is_never_paid(award_of, noor, mila):
    award = award_of()

    refused = refuse_account(propose_account(award, OTHER, by=noor, at=NOON), by=mila, at=LATER)

    assert (refused.state, refused.settled_by) == (AccountState.REFUSED, mila)
    assert paid_on(award) == OF_KATJA


def test_who_proposed_it_takes_it_back_alone(award_of, noor):
    award = award_of()

    back = refuse_account(propose_account(award, OTHER, by=noor, at=NOON), by=noor, at=LATER)

    assert (back.state, back.settled_by) == (AccountState.REFUSED, None)
    propose_account(award, THIRD, by=noor, at=LATER)


def test_one_proposal_waits_at_a_time(award_of, noor, mila):
    award = award_of()
    propose_account(award, OTHER, by=noor, at=NOON)

    with pytest.raises(AccountWaits):
        propose_account(award, THIRD, by=mila, at=NOON)


def test_what_was_settled_is_not_settled_again(award_of, noor, mila, sam):
    account = propose_account(award_of(), OTHER, by=noor, at=NOON)
    confirm_account(account, by=mila, at=LATER)

    with pytest.raises(AccountIsSettled):
        confirm_account(account, by=sam, at=LATER)
    with pytest.raises(AccountIsSettled):
        refuse_account(account, by=sam, at=LATER)


def test_the_resident_changes_it_at_once_and_what_staff_proposed_lapses(award_of, katja, noor):
    award = award_of()
    proposed = propose_account(award, OTHER, by=noor, at=NOON)

    told = tell_account(award, THIRD, by=katja.actor, at=LATER)

    proposed.refresh_from_db()
    assert (told.by_resident, told.staff, told.state) == (True, None, AccountState.CONFIRMED)
    assert proposed.state == AccountState.REFUSED
    assert paid_on(award) == THIRD


def test_a_wrong_account_number_is_no_payee():
    with pytest.raises(NotAnIban):
        Payee(name="K. Jansen", iban="NL00ABNA0123456789")


def test_each_act_leaves_a_line_without_the_number(award_of, katja, noor, mila):
    award = award_of()
    confirm_account(propose_account(award, OTHER, by=noor, at=NOON), by=mila, at=NOON)
    refuse_account(propose_account(award, THIRD, by=noor, at=NOON), by=mila, at=NOON)
    tell_account(award, OTHER, by=katja.actor, at=LATER)

    acts = Act.objects.filter(object_id=str(award.pk), name__startswith="payments.account")
    assert [act.name.rpartition(".")[2] for act in acts.order_by("id")] == [
        *("proposed", "confirmed", "proposed", "refused", "told"),
    ]
    assert all(act.details == {} for act in acts)
    assert b"ABNA" not in b"".join(bytes(row.content_sealed) for row in PayAccount.objects.all())
