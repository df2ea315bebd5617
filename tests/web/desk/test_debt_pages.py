"""Staff propose, decide, agree and let go; another municipality finds nothing."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plein.audit.models import Look
from plein.identity.models import Account, Role, Staff
from plein.payments.actions.debts import propose_debt
from plein.payments.actions.paying_back import propose_plan
from plein.payments.actions.receiving import CameIn, write_down
from plein.payments.actions.remitting import Asked, propose_remission
from plein.payments.models import Debt, DebtState, From, Ground, PlanState, Remission
from plein.tenants.scope import within
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


KEY = uuid4()
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


def test_the_same_form_sent_twice_proposes_once_and_a_colleague_decides(noors, sams, debt):
    given = {"key": uuid4(), "kwijt-cents": "100", "kwijt-why": "U was lang ziek."}
    given["kwijt-ground"] = "dringende redenen"
    for _time in range(2):
        noors.post(url("desk-debt-act", debt.pk, "kwijtschelden"), given)

    row = Remission.objects.get()
    assert (
        "Voorstellen om iets niet terug te vragen" in noors.get(url("desk-debts")).content.decode()
    )
    page = noors.get(url("desk-remission", row.pk)).content.decode()
    assert "Een collega beslist hierover." in page
    assert "artikel 58 lid 8" in page
    noors.post(url("desk-remission", row.pk), {"antwoord": "ja"})
    debt.account.refresh_from_db()
    assert debt.account.balance == -38_528

    sams.post(url("desk-remission", row.pk), {"antwoord": "ja"})
    debt.account.refresh_from_db()
    assert debt.account.balance == -28_528


def test_a_ground_that_the_law_does_not_give_is_not_offered(noors, debt):
    page = noors.get(url("desk-debt", debt.pk)).content.decode()

    assert "artikel 60c" in page
    assert "Het beleid van de gemeente" not in page


def test_what_is_not_asked_back_never_becomes_a_debt(noors, sams, overpaid):
    given = {"key": uuid4(), "kwijt-cause": "fout gemeente", "kwijt-cents": "385,28"}
    given |= {"kwijt-ground": "beleid", "kwijt-why": "Wij maakten een fout."}
    answer = noors.post(url("desk-let-go", overpaid.pk), given)

    sams.post(answer.url, {"antwoord": "ja"})

    overpaid.overpaid.refresh_from_db()
    assert overpaid.overpaid.balance == 0
    assert "Besloten door" in sams.get(answer.url).content.decode()
    assert not Debt.objects.exists()


def test_letting_go_of_too_much_keeps_what_was_typed(noors, overpaid):
    given = {"kwijt-cause": "fout gemeente", "kwijt-cents": "385,29"}
    given |= {"kwijt-ground": "beleid", "kwijt-why": "Wij maakten een fout."}

    answer = noors.post(url("desk-let-go", overpaid.pk), given)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "meer dan er nog open staat" in page
    assert "Wij maakten een fout." in page


RECEIVED = {"ontvangen-cents": "100", "ontvangen-on": "1-11-2026", "ontvangen-came_from": "inwoner"}


def test_money_that_came_in_is_written_once(noors, debt):
    for _click in range(2):
        noors.post(url("desk-debt-act", debt.pk, "ontvangen"), RECEIVED | {"key": KEY})

    debt.account.refresh_from_db()
    assert debt.account.balance == -28_528
    page = noors.get(url("desk-debt", debt.pk)).content.decode()
    assert "Van de inwoner zelf" in page

    noors.post(url("desk-debt-undo", debt.payments.get().pk))
    debt.account.refresh_from_db()
    assert debt.account.balance == -38_528
    assert "Rechtgezet" in noors.get(url("desk-debt", debt.pk)).content.decode()


def test_too_much_is_asked_again_and_then_said(noors, debt):
    given = RECEIVED | {"key": KEY, "ontvangen-cents": "400"}
    asked = noors.post(url("desk-debt-act", debt.pk, "ontvangen"), given)
    assert asked.status_code == 422
    assert "Kwam er echt meer binnen?" in asked.content.decode()

    given |= {"ontvangen-may_be_more": "on"}
    said = noors.post(url("desk-debt-act", debt.pk, "ontvangen"), given, follow=True)

    assert "te veel binnen. Maak dat terug over" in said.content.decode()


def test_finance_writes_it_by_number_and_sees_no_reason(ingrid, at_work, debt):
    client = at_work(ingrid.account, DESK)
    given = RECEIVED | {"key": KEY, "ontvangen-number": str(debt.number + 1)}
    wrong = client.post(url("desk-debts-received"), given)
    assert wrong.status_code == 422
    assert "Deze schuld kennen wij niet" in wrong.content.decode()

    given |= {"ontvangen-number": str(debt.number)}
    right = client.post(url("desk-debts-received"), given, follow=True)

    assert "Uw broer" not in right.content.decode()
    debt.account.refresh_from_db()
    assert debt.account.balance == -28_528


def test_who_handles_awards_has_no_place_at_the_bank_of_finance(noors):
    assert noors.get(url("desk-debts-received")).status_code == 403


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


def test_a_debt_is_shown_in_few_queries(noors, debt, django_assert_max_num_queries):
    noors.get(url("desk-debt", debt.pk))

    with django_assert_max_num_queries(18):
        noors.get(url("desk-debt", debt.pk))


def test_another_municipality_finds_none_of_it(debt, noor, at_work, buren):
    asked = Asked(1, Ground.URGENT, "x")
    row = propose_remission(debt, asked, key=uuid4(), by=noor, at=AT)
    came = CameIn(1, AT.date(), From.OTHER)
    payment = write_down(debt, came, key=uuid4(), by=noor, at=AT)
    with within(buren):
        account = Account.objects.create_user("roos@plein.example", name="Roos")
        Staff.objects.create(account=account, team="Team", roles=[Role.CONSULENT])
        client = at_work(account, DESK)
        client.defaults["HTTP_HOST"] = "buren.localhost"

        assert client.post(url("desk-debt-undo", payment.pk)).status_code == 404
        for address in (url("desk-remission", row.pk), url("desk-let-go", row.award_id)):
            assert client.get(address).status_code == 404
            assert client.post(address, {"antwoord": "ja"}).status_code == 404
