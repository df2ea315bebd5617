"""Staff make a scheme; its money needs two of them."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from plein.ledger.models import Account, AccountKind
from plein.ledger.queries import check_books
from plein.webshop.actions.credits import (
    AlreadyApproved,
    ApproverIsProposer,
    approve_credit,
    propose_credit,
)
from plein.webshop.actions.schemes import (
    MoveNotAllowed,
    NameIsTaken,
    change_scheme,
    make_scheme,
    move_scheme,
)
from plein.webshop.models import CreditProposal, Scheme, SchemePeriod, SchemeStatus
from plein.webshop.scheme_plan import Amount
from tests.cast import NOON
from tests.webshop.conftest import children_of, plan


@pytest.fixture
def draft(bas) -> SchemePeriod:
    return make_scheme(plan(), by=bas, at=NOON)


def balance(account: Account) -> int:
    return Account.objects.get(pk=account.pk).balance


def test_a_new_scheme_is_a_draft_with_an_empty_pot(draft):
    assert draft.scheme.status == SchemeStatus.DRAFT
    assert balance(draft.pot) == 0
    assert [rule.amount for rule in draft.amounts.all()] == [25_000]


def test_a_proposal_moves_no_money(draft, bas):
    propose_credit(draft, 500_000, by=bas, at=NOON)

    assert balance(draft.pot) == 0


def test_an_approved_proposal_fills_the_pot(draft, bas, ingrid):
    approve_credit(propose_credit(draft, 500_000, by=bas, at=NOON), by=ingrid, at=NOON)

    assert balance(draft.pot) == 500_000
    assert Account.objects.get(kind=AccountKind.BEGROTING).balance == -500_000
    assert check_books().is_right()


def test_who_proposes_does_not_approve(draft, ingrid):
    proposal = propose_credit(draft, 500_000, by=ingrid, at=NOON)

    with pytest.raises(ApproverIsProposer):
        approve_credit(proposal, by=ingrid, at=NOON)

    assert balance(draft.pot) == 0


def test_the_database_wants_four_eyes_as_well(draft, bas, ingrid):
    approve_credit(propose_credit(draft, 500_000, by=bas, at=NOON), by=ingrid, at=NOON)

    with pytest.raises(IntegrityError, match="four_eyes"), transaction.atomic():
        CreditProposal.objects.update(approved_by=F("proposed_by"))


def test_two_approvals_at_once_book_once(at_once, draft, bas, ingrid, tom):
    proposal = propose_credit(draft, 500_000, by=bas, at=NOON)

    answers = at_once(
        [lambda by=by: approve_credit(proposal, by=by, at=NOON) for by in (ingrid, tom) * 2]
    )

    assert [type(answer) for answer in answers].count(AlreadyApproved) == 3
    assert balance(draft.pot) == 500_000


ALLOWED = {
    ("concept", "open"),
    ("open", "gepauzeerd"),
    ("open", "gesloten"),
    ("gepauzeerd", "open"),
    ("gepauzeerd", "gesloten"),
}


@pytest.mark.parametrize("start", SchemeStatus.values)
@pytest.mark.parametrize("to", SchemeStatus.values)
def test_a_scheme_moves_only_along_its_table(draft, bas, start, to):
    scheme = draft.scheme
    Scheme.objects.update(status=start)

    if (start, to) in ALLOWED:
        move_scheme(scheme, SchemeStatus(to), by=bas, at=NOON)
    else:
        with pytest.raises(MoveNotAllowed):
            move_scheme(scheme, SchemeStatus(to), by=bas, at=NOON)

    expected = to if (start, to) in ALLOWED else start
    assert Scheme.objects.get().status == expected


def test_two_schemes_have_two_names(draft, bas):
    with pytest.raises(NameIsTaken):
        make_scheme(plan(), by=bas, at=NOON)

    other = make_scheme(plan(name="Doe mee"), by=bas, at=NOON)
    with pytest.raises(NameIsTaken):
        change_scheme(other, plan(), by=bas, at=NOON)


def test_a_new_amount_is_for_new_grants_only(fatima, kindpakket, grant_for, bas):
    lina, sami, _noor = children_of(fatima)
    before = grant_for(kindpakket, lina)

    change_scheme(kindpakket, plan(amounts=[Amount(30_000)]), by=bas, at=NOON)
    after = grant_for(kindpakket, sami)

    before.refresh_from_db()
    assert (before.amount, after.amount) == (25_000, 30_000)


def test_a_period_that_ends_before_it_starts_is_refused(bas):
    backwards = plan(spend_from=date(2026, 1, 1), spend_until=date(2026, 1, 1))

    with pytest.raises(IntegrityError, match="period_dates"), transaction.atomic():
        make_scheme(backwards, by=bas, at=NOON)
