"""Staff propose, decide, agree and let go; another municipality finds nothing."""

import pytest
from django.urls import reverse

from plein.audit.models import Look
from plein.payments.actions.debts import propose_debt
from plein.payments.actions.paying_back import propose_plan
from plein.payments.models import Debt, DebtState, PlanState
from plein.web.doors import DESK
from tests.payments.conftest import (  # noqa: F401 - fixtures of payments
    AT,
    award_of,
    calculated,
    claim,
    debt,
    katja,
    new_award,
    noor,
    overpaid,
    paid,
)


def url(name, *args):
    return reverse(name, "plein.web.desk.urls", args=args)


@pytest.fixture
def noors(noor, at_work):
    return at_work(noor.account, DESK)


@pytest.fixture
def sams(sam, at_work):
    return at_work(sam.account, DESK)


FILLED = {
    "cause": "niet gemeld",
    "first": "1-11-2026",
    "last": "30-11-2026",
    "cents": "385,28",
    "explanation": "Uw broer woont bij u.",
}


def test_what_was_paid_too_much_is_proposed_and_a_colleague_decides(noors, sams, overpaid):
    page = noors.get(url("desk-debts")).content.decode()
    assert "385,28" in page

    answer = noors.post(url("desk-debt-new", overpaid.pk), FILLED)

    made = Debt.objects.get()
    assert answer.url == url("desk-debt", made.pk)
    assert "Een collega beslist hierover" in noors.get(answer.url).content.decode()
    sams.post(url("desk-debt-act", made.pk, "besluit"))
    made.refresh_from_db()
    assert (made.state, made.cents, made.over_until.month) == (DebtState.DECIDED, 38_528, 12)


def test_a_cent_too_much_keeps_what_was_typed(noors, overpaid):
    answer = noors.post(url("desk-debt-new", overpaid.pk), FILLED | {"cents": "385,29"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "meer dan er te veel is betaald" in page
    assert "Uw broer woont bij u." in page


def test_a_last_month_before_the_first_is_asked_again(noors, overpaid):
    answer = noors.post(url("desk-debt-new", overpaid.pk), FILLED | {"last": "31-10-2026"})

    assert "De laatste maand ligt voor de eerste" in answer.content.decode()


def test_a_proposal_of_the_resident_is_agreed(noors, debt, katja):
    plan = propose_plan(debt, 4_000, by=katja.actor, at=AT)
    assert "40,00" in noors.get(url("desk-debts")).content.decode()

    noors.post(url("desk-debt-act", debt.pk, "akkoord"))

    plan.refresh_from_db()
    assert plan.state == PlanState.AGREED
    assert "Afgesproken" in noors.get(url("desk-debt", debt.pk)).content.decode()


def test_a_refusal_needs_words_for_the_resident(noors, debt, katja):
    plan = propose_plan(debt, 1, by=katja.actor, at=AT)

    assert noors.post(url("desk-debt-act", debt.pk, "niet-akkoord")).status_code == 422

    words = {"antwoord-answer": "Kies een hoger bedrag."}
    noors.post(url("desk-debt-act", debt.pk, "niet-akkoord"), words)
    plan.refresh_from_db()
    assert (plan.state, plan.answer) == (PlanState.REFUSED, "Kies een hoger bedrag.")


def test_the_same_form_sent_twice_lets_go_once(noors, debt):
    given = {"key": "a", "kwijt-cents": "100", "kwijt-why": "Dringende redenen"}
    for _time in range(2):
        noors.post(url("desk-debt-act", debt.pk, "kwijtschelden"), given)

    debt.account.refresh_from_db()
    assert debt.account.balance == -28_528


def test_who_opens_a_debt_looked(noors, debt, katja):
    before = Look.objects.filter(subject=katja.pk).count()

    noors.get(url("desk-debt", debt.pk))

    assert Look.objects.filter(subject=katja.pk).count() == before + 1


def test_finance_has_no_place_here(ingrid, at_work, debt):
    client = at_work(ingrid.account, DESK)

    assert client.get(url("desk-debt", debt.pk)).status_code == 403


def test_the_list_takes_as_many_queries_with_more_debts(
    noors, overpaid, noor, django_assert_max_num_queries
):
    for _number in range(3):
        propose_debt(overpaid, claim(1_000), by=noor, at=AT)

    with django_assert_max_num_queries(12):
        noors.get(url("desk-debts"))
