"""The rules advise: from what is told, for a purpose, with a line in the log; a person decides."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from plein.audit.models import Look
from plein.cases.actions.moving import take_up
from plein.cases.actions.publishing import publish_case_type
from plein.cases.advised import MET, NOT_MET, UNKNOWN
from plein.cases.models import Advice
from plein.intake.actions.filing import file
from plein.intake.actions.filling_in import begin
from plein.intake.answers import Answers, put_away
from plein.journeys.phases import Phase
from plein.journeys.reading import DeclarationDoesNotFit, check_journey
from plein.rules.book import RuleBook
from plein.rules.of_municipality import Rules
from plein.rules.rule import rule
from plein.tenants.scope import within
from plein.workflows.advising import (
    NothingToWeigh,
    NotTheHandler,
    advise,
    allowed_for,
    known_facts,
)
from plein.workflows.deciding import open_advice
from plein.workflows.judging import changed_since
from plein.workflows.our_rules import our_rules
from tests.cast import NOON, TESTS
from tests.workflows.conftest import ALLOWED, AOW, CHILD, KEY, document, fresh

FAMILY = {
    "geboortedatum": "1990-03-14",
    "partner": {"geboortedatum": "1989-01-02"},
    "kinderen": [{"voornaam": "Noor", "geboortedatum": "2022-03-01"}],
}


@pytest.fixture
def advised(sam):
    def ask(case):
        return open_advice(advise(case, by=sam, at=NOON), by=sam.actor, at=NOON)

    return ask


def test_a_condition_is_met_with_its_article_and_another_is_not_known(taken_up, known, advised):
    known(**FAMILY)

    child, allowed = advised(taken_up()).judged

    assert (child.rule, child.verdict) == (CHILD, MET)
    assert child.law == "Participatiewet art. 4 lid 1 onder e"
    assert (allowed.rule, allowed.verdict) == (ALLOWED, UNKNOWN)
    assert "U verblijft in een inrichting" in allowed.missing


def test_a_source_that_says_there_are_none_is_an_answer(taken_up, known, advised):
    known(**FAMILY | {"kinderen": []})

    assert advised(taken_up()).verdict_of(CHILD) == NOT_MET


def test_what_nobody_told_stays_unknown_and_no_vault_is_no_answer(taken_up, known, advised):
    case = taken_up()
    assert advised(case).verdict_of(CHILD) == UNKNOWN
    known(loon_per_maand=[])

    found = advised(case)

    assert found.verdict_of(CHILD) == UNKNOWN
    assert "Kinderen" in " ".join(found.judged[0].missing)
    assert (found.amount, found.leans, found.receipt) == (None, None, None)
    assert found.amount_missing


def test_the_brp_tells_of_a_partner_or_of_none(taken_up, known, advised):
    """No line is kept for a partner that never was."""
    known(geboortedatum="1990-03-14", kinderen=[])

    assert advised(taken_up()).amount > 100_000


def test_an_answer_counts_under_the_name_of_its_fact_and_an_amount_in_euros(fatima, sam):
    asks = [
        {"key": "verblijft_in_inrichting", "kind": "ja_nee", "title": "Woont u in een instelling?"},
        {"key": "bezit", "kind": "bedrag", "title": "Hoeveel geld hebt u?"},
    ]
    steps = [{"key": "wonen", "title": "Wonen", "asks": [each["key"] for each in asks]}]
    told = {"verblijft_in_inrichting": False, "bezit": 125_050}
    case = filed(fatima, sam, {"steps": steps, "questions": asks}, told)

    facts = known_facts(case, our_rules(), by=sam.actor, at=NOON)

    assert facts["verblijft_in_inrichting"] is False
    assert facts["bezit"] == Decimal("1250.50")


def filed(fatima, sam, intake, told):
    case_type = publish_case_type(KEY, document() | {"intake": intake}, by=TESTS, at=NOON)
    application = begin(fatima, case_type, by=fatima.actor, at=NOON)
    put_away(application, Answers(told))
    application.save()
    case = file(application, by=fatima.actor, at=NOON)
    take_up(case, by=sam, at=NOON)
    return fresh(case)


def test_the_amount_is_in_cents_and_explained(taken_up, known, advised):
    known(**FAMILY)

    found = advised(taken_up())

    assert found.amount > 100_000
    assert found.how_much[0].law.startswith("Participatiewet art. 21")


def test_only_what_the_purpose_allows_is_looked_at_and_the_look_is_logged(
    taken_up, known, advised, fatima
):
    known(**FAMILY)
    case = taken_up(purpose="iit")

    found = advised(case)

    assert "kinderen" not in allowed_for(case)
    assert found.verdict_of(CHILD) == UNKNOWN
    look = Look.objects.get(subject=fatima.pk, activity="advies@1")
    assert set(look.elements) == allowed_for(case)
    assert (look.case, look.function) == (case.number, "consulent")
    assert look.purpose == "om uw aanvraag te beoordelen"


def test_without_a_purpose_nothing_is_looked_at(taken_up, known, advised, fatima):
    known(**FAMILY)

    assert advised(taken_up(purpose=None)).verdict_of(CHILD) == UNKNOWN
    assert not Look.objects.filter(subject=fatima.pk, activity="advies@1").exists()


def test_only_the_handler_asks(taken_up, noor):
    with pytest.raises(NotTheHandler):
        advise(taken_up(), by=noor, at=NOON)


def test_a_journey_without_rules_has_no_advice(taken_up, sam):
    with pytest.raises(NothingToWeigh):
        advise(taken_up(conditions=[], amount=None), by=sam, at=NOON)


def test_a_purpose_that_the_vault_does_not_know_is_refused():
    with pytest.raises(DeclarationDoesNotFit, match="doel 'bijstant' staat niet in de kluis"):
        check_journey(document(purpose="bijstant"))


def test_nothing_is_decided_by_it(taken_up, known, advised):
    known(**FAMILY)
    case = taken_up()

    advised(case)

    assert fresh(case).phase == Phase.IN_REVIEW
    assert not case.decisions.exists()


def test_a_receipt_replays_to_the_same_and_a_changed_rule_is_noticed(taken_up, known, advised):
    known(**FAMILY)
    receipt, rules = advised(taken_up(conditions=conditions(AOW))).receipt, our_rules()
    assert receipt["values"][AOW] is False

    assert changed_since(rules, receipt) == []
    assert changed_since(with_rule(rules, later), receipt) == ["de tekst van een regel"]
    assert f"values: {AOW}" in changed_since(with_rule(rules, everybody), receipt)


def conditions(name):
    return [{"rule": name, "met": "U bent oud genoeg.", "not_met": "U bent te jong."}]


@rule("AOW art. 7a")
def later(leeftijd_in_maanden):
    """The same outcome by another text."""
    return leeftijd_in_maanden >= 1200


@rule("AOW art. 7a")
def everybody(leeftijd_in_maanden):
    """Another outcome."""
    return leeftijd_in_maanden >= 0


def with_rule(rules, other):
    every = [each for own in rules.book.rules.values() for each in own if each.name != AOW]
    book = RuleBook([*every, replace(other, name=AOW)], rules.book.facts, rules.book.norms)
    return Rules(book, rules.norms)


def test_an_advice_never_changes(taken_up, sam):
    advice = advise(taken_up(), by=sam, at=NOON)

    with pytest.raises(DatabaseError), transaction.atomic():
        Advice.objects.filter(pk=advice.pk).update(content_sealed=b"")


def test_another_municipality_finds_no_advice(taken_up, sam, buren):
    advise(taken_up(), by=sam, at=NOON)

    with within(buren):
        assert not Advice.objects.exists()
