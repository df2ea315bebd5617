"""Declaraties: the money is held at once, judged by staff, and goes back or out, to the cent."""

from datetime import timedelta

import pytest

from plein.audit.actions import Purpose
from plein.audit.models import Look
from plein.documents.models import Document
from plein.ledger.models import Account, AccountKind, Hold, TransferKind
from plein.ledger.queries import check_books
from plein.ledger.refusals import KeyUsedForOther
from plein.webshop.actions.claims import (
    CannotClaim,
    ClaimIsSettled,
    ClaimTooLarge,
    ReceiptMissing,
    answer_claim,
    withdraw_claim,
)
from plein.webshop.actions.deciding_claims import (
    AnswerDayPassed,
    MoreThanAsked,
    SayWhatIsMissing,
    SayWhyLess,
    approve_claim,
    ask_for_more,
    refuse_claim,
)
from plein.webshop.actions.ending import lapse_grant
from plein.webshop.actions.forgetting_claims import forget_claims
from plein.webshop.claim_words import read
from plein.webshop.models import Claim, ClaimPaper, ClaimStatus, SchemePeriod
from tests.cast import NOON, TESTS, TODAY
from tests.webshop.claiming import RECEIPT, submit
from tests.webshop.conftest import children_of

WHY = Purpose("test", "test")


@pytest.fixture
def lina(fatima):
    return children_of(fatima)[0]


@pytest.fixture
def grant(kindpakket, lina, grant_for):
    SchemePeriod.objects.update(takes_claims=True)
    return grant_for(kindpakket, lina, cents=10_000)


@pytest.fixture
def claim(fatima, lina, grant):
    return submit(fatima, lina, grant)


def balances(grant) -> tuple[int, int]:
    """Free on the budget, and held."""
    grant.refresh_from_db()
    return (
        Account.objects.get(pk=grant.budget_id).balance,
        Account.objects.get(pk=grant.reserve_id).balance,
    )


def test_what_is_asked_is_held_from_that_moment(claim, grant):
    assert balances(grant) == (6_000, 4_000)
    assert claim.status == ClaimStatus.SUBMITTED
    assert claim.decide_by == TODAY + timedelta(weeks=8)
    assert claim.papers.count() == 1


def test_a_double_click_asks_once(at_once, fatima, lina, grant):
    answers = at_once([lambda: submit(fatima, lina, grant)] * 4)

    assert {answer.pk for answer in answers} == {Claim.objects.get().pk}
    assert balances(grant) == (6_000, 4_000)
    assert Hold.objects.count() == 1


def test_the_key_of_a_form_is_not_for_something_else(claim, fatima, lina, grant):
    with pytest.raises(KeyUsedForOther):
        submit(fatima, lina, grant, cents=4_001)


def test_a_cent_more_than_is_left_is_refused_and_holds_nothing(fatima, lina, grant):
    with pytest.raises(ClaimTooLarge, match="100,00"):
        submit(fatima, lina, grant, cents=10_001)

    assert balances(grant) == (10_000, 0)
    assert not Document.objects.exists()


def test_a_receipt_is_needed(fatima, lina, grant):
    with pytest.raises(ReceiptMissing):
        submit(fatima, lina, grant, receipts=[])


def test_a_period_that_takes_no_declaraties_takes_none(fatima, lina, grant):
    SchemePeriod.objects.update(takes_claims=False)

    with pytest.raises(CannotClaim):
        submit(fatima, lina, grant)


def test_the_budget_of_one_child_is_not_for_another(fatima, lina, grant):
    with pytest.raises(CannotClaim):
        submit(fatima, children_of(fatima)[1], grant)


def test_after_the_last_day_nothing_can_be_asked(fatima, lina, grant):
    with pytest.raises(CannotClaim):
        submit(fatima, lina, grant, at=NOON + timedelta(days=60))


def test_a_household_cannot_ask_from_the_budget_of_another(grant, lina, neighbours):
    (neighbour,) = neighbours(1)

    with pytest.raises(CannotClaim):
        submit(neighbour, lina, grant)


def test_all_of_it_approved_is_set_apart_for_the_resident(claim, grant, sam):
    approved = approve_claim(claim, 4_000, by=sam, at=NOON)

    assert balances(grant) == (6_000, 0)
    assert Account.objects.get(pk=approved.due_id).balance == 4_000
    assert approved.due.kind == AccountKind.INWONER_UIT
    assert Hold.objects.get(pk=approved.hold_id).closed_by.kind == TransferKind.CLAIM_GOED
    assert check_books().is_right()


def test_of_a_part_the_rest_goes_back_and_the_reason_is_told(claim, grant, sam, fatima):
    with pytest.raises(SayWhyLess):
        approve_claim(claim, 2_500, by=sam, at=NOON)

    approved = approve_claim(claim, 2_500, reason="De drankjes niet.", by=sam, at=NOON)

    assert balances(grant) == (7_500, 0)
    assert Account.objects.get(pk=approved.due_id).balance == 2_500
    words = read(approved, ["reason"], purpose=WHY, by=fatima.actor, at=NOON)
    assert words == {"reason": "De drankjes niet."}


@pytest.mark.parametrize("cents", [0, -1, 4_001])
def test_no_more_is_approved_than_was_asked(claim, sam, cents):
    with pytest.raises(MoreThanAsked):
        approve_claim(claim, cents, reason="x", by=sam, at=NOON)


def test_what_is_refused_is_free_again_and_says_why(claim, grant, sam):
    with pytest.raises(SayWhyLess):
        refuse_claim(claim, " ", by=sam, at=NOON)

    refuse_claim(claim, "Dit valt niet onder de regeling.", by=sam, at=NOON)

    assert balances(grant) == (10_000, 0)


def test_what_goes_back_after_the_budget_ended_goes_to_the_pot(claim, grant, kindpakket, sam):
    lapse_grant(grant, by=TESTS, at=NOON)
    before = Account.objects.get(pk=kindpakket.pot_id).balance

    approve_claim(claim, 1_000, reason="Een deel.", by=sam, at=NOON)

    assert balances(grant) == (0, 0)
    assert Account.objects.get(pk=kindpakket.pot_id).balance == before + 3_000
    assert check_books().is_right()


def test_we_decide_later_by_as_long_as_we_waited_for_an_answer(claim, sam, fatima):
    ask_for_more(claim, "Wanneer was dit?", answer_by=TODAY + timedelta(days=14), by=sam, at=NOON)
    claim.refresh_from_db()
    assert (claim.status, claim.answer_by) == (ClaimStatus.ASKED, TODAY + timedelta(days=14))

    answer_claim(claim, "In mei.", [RECEIPT], by=fatima.actor, at=NOON + timedelta(days=5))

    claim.refresh_from_db()
    assert claim.status == ClaimStatus.SUBMITTED
    assert claim.decide_by == TODAY + timedelta(weeks=8, days=5)
    assert claim.papers.count() == 2


def test_a_question_has_words_and_a_day_to_come(claim, sam):
    with pytest.raises(SayWhatIsMissing):
        ask_for_more(claim, " ", answer_by=TODAY + timedelta(days=1), by=sam, at=NOON)
    with pytest.raises(AnswerDayPassed):
        ask_for_more(claim, "Wat?", answer_by=TODAY, by=sam, at=NOON)


def test_what_is_not_asked_cannot_be_answered(claim, fatima):
    with pytest.raises(ClaimIsSettled):
        answer_claim(claim, "Hallo", [], by=fatima.actor, at=NOON)


def test_a_resident_takes_it_back_once(claim, grant, fatima, sam):
    withdraw_claim(claim, by=fatima.actor, at=NOON)

    assert balances(grant) == (10_000, 0)
    with pytest.raises(ClaimIsSettled):
        withdraw_claim(claim, by=fatima.actor, at=NOON)
    with pytest.raises(ClaimIsSettled):
        approve_claim(claim, 4_000, by=sam, at=NOON)


def test_two_decide_at_once_and_one_of_them_does(at_once, claim, grant, sam):
    answers = at_once(
        [
            lambda: approve_claim(claim, 4_000, by=sam, at=NOON),
            lambda: refuse_claim(claim, "Nee.", by=sam, at=NOON),
        ]
        * 2
    )

    assert [type(answer) for answer in answers].count(ClaimIsSettled) == 3
    assert check_books().is_right()


def test_every_state_that_cannot_follow_is_refused(fatima, lina, grant, sam):
    """W9, of declaraties: all pairs of states."""
    acts = {
        ClaimStatus.ASKED: lambda claim: ask_for_more(
            claim, "Wat?", answer_by=TODAY + timedelta(days=1), by=sam, at=NOON
        ),
        ClaimStatus.APPROVED: lambda claim: approve_claim(claim, claim.amount, by=sam, at=NOON),
        ClaimStatus.REFUSED: lambda claim: refuse_claim(claim, "Nee.", by=sam, at=NOON),
        ClaimStatus.WITHDRAWN: lambda claim: withdraw_claim(claim, by=fatima.actor, at=NOON),
    }
    for number, state in enumerate((None, *acts)):
        for other, act in enumerate(acts):
            claim = submit(fatima, lina, grant, cents=100, key=f"{number}-{other}")
            if state:
                acts[state](claim)
                claim.refresh_from_db()
            if act in Claim.MOVES[ClaimStatus(claim.status)]:
                acts[act](claim)
            else:
                with pytest.raises(ClaimIsSettled):
                    acts[act](claim)
    assert check_books().is_right()


def test_what_it_was_for_and_the_account_stand_nowhere_open_and_a_look_is_logged(claim, fatima):
    row = Claim.objects.get()
    assert b"voetbal" not in bytes(row.what_sealed)
    assert b"NL91" not in bytes(row.payee_sealed)
    before = Look.objects.count()

    read(claim, ["what", "payee"], purpose=WHY, by=TESTS, at=NOON)

    assert Look.objects.count() == before + 1


def test_receipts_and_texts_are_erased_after_their_term_and_amounts_stay(claim, sam):
    refuse_claim(claim, "Nee.", by=sam, at=NOON)
    five_years = TODAY.replace(year=2031)
    assert forget_claims(five_years, by=TESTS, at=NOON) == 0

    assert forget_claims(five_years + timedelta(days=1), by=TESTS, at=NOON) == 1

    claim.refresh_from_db()
    assert bytes(claim.what_sealed) == bytes(claim.payee_sealed) == b""
    assert (claim.amount, claim.forgotten_on) == (4_000, five_years + timedelta(days=1))
    assert not ClaimPaper.objects.exists()
    assert not Document.objects.exists()
    assert forget_claims(five_years + timedelta(days=2), by=TESTS, at=NOON) == 0
