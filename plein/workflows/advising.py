"""Rules of law advise who decides on a case: from what is known, and never more than that."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose, record
from plein.cases.advised import ADVICE
from plein.cases.models import Advice, Case
from plein.identity.gate import seal_for
from plein.identity.models import Staff
from plein.insight.from_vault import ELEMENTS, household_seen
from plein.insight.told_facts import told_facts
from plein.intake.answers import open_answers
from plein.intake.models import Application
from plein.journeys.questions import Question
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.regelingen.persons import nobody_beside
from plein.rules.facts import Fact, FactType
from plein.rules.of_municipality import Rules
from plein.rules.refusals import ImpossibleFact
from plein.vault.access import NotYourVault
from plein.vault.catalogue import catalogue
from plein.vault.models import Vault
from plein.workflows.judging import advised_by
from plein.workflows.our_rules import our_rules

ACTIVITY = "advies@1"


class NotTheHandler(Refusal):
    message = _("Alleen wie deze aanvraag behandelt, vraagt advies. Pak de aanvraag eerst op.")


class NothingToWeigh(Refusal):
    message = _("Voor deze aanvraag zijn geen regels vastgelegd.")


@dataclass(frozen=True, slots=True)
class AdviceAccess:
    """Who handles a case, for what the catalogue allows for its purpose; never a secret place."""

    handled: Case
    keys: frozenset[str]
    by: Actor
    activity: str = field(default=ACTIVITY, init=False)
    grant: str = field(default="", init=False)
    sees_secrets: bool = field(default=False, init=False)

    @property
    def purpose(self) -> Purpose:
        return _why(self.handled)

    @property
    def case(self) -> str:
        return self.handled.number

    def refuses(self, vault: Vault, keys: Collection[str], _at: datetime) -> Refusal | None:
        is_theirs = vault.resident_id == self.handled.dossier.resident_id
        return None if is_theirs and self.keys.issuperset(keys) else NotYourVault()


def advise(case: Case, *, by: Staff, at: datetime) -> Advice:
    """Kept with its receipt. Not in a transaction of your own: see `gate.read`.

    Raises `NotTheHandler` and `NothingToWeigh`.
    """
    if case.handler_id != by.pk:
        raise NotTheHandler
    how = case.case_type.read.decision
    if not how.conditions and not how.amount:
        raise NothingToWeigh
    rules = our_rules()
    facts = known_facts(case, rules, by=by.actor, at=at)
    return _keep(case, advised_by(how, rules, facts, local_day(at)).written(), by=by, at=at)


def known_facts(case: Case, rules: Rules, *, by: Actor, at: datetime) -> dict[str, Any]:
    """From the vault, and from the answers what only the resident can tell."""
    resident, keys = case.dossier.resident, allowed_for(case)
    access = AdviceAccess(case, keys, by)
    known = household_seen(resident, sorted(keys), rules.book.norms, access=access, at=at)
    found = told_facts(rules, known, local_day(at))
    return nobody_beside(_told(case, rules, by, at) | found, rules.book.facts)


def allowed_for(case: Case) -> frozenset[str]:
    """Elements that may be used for what this case is about."""
    purpose, elements = case.case_type.read.decision.purpose, catalogue().elements
    return frozenset(key for key in ELEMENTS if purpose in elements[key].purposes)


def _told(case: Case, rules: Rules, by: Actor, at: datetime) -> dict[str, Any]:
    """Answers to questions that bear the name of a fact, or ask for the element behind one."""
    intake = case.case_type.read.intake
    application = Application.objects.filter(case=case).select_related("resident").first()
    if intake is None or application is None:
        return {}
    answers = open_answers(application, by=by, at=at, purpose=_why(case), case=case.number).given
    found: dict[str, Any] = {}
    for question in intake.questions:
        for fact in _facts_of(question, rules):
            if answers.get(question.key) is not None:
                found |= _read(fact, answers[question.key])
    return found


def _facts_of(question: Question, rules: Rules) -> list[Fact]:
    facts = rules.book.facts
    if question.key in facts:
        return [facts[question.key]]
    if question.element is None:
        return []
    asked = [each for each in facts.values() if each.source == question.element]
    return asked if len(asked) == 1 else []


def _read(fact: Fact, given: Any) -> dict[str, Any]:
    """Amounts are answered in cents. What cannot be read stays unknown."""
    is_cents = fact.type is FactType.AMOUNT and isinstance(given, int)
    try:
        return {fact.name: fact.read(f"{given / 100:.2f}" if is_cents else given)}
    except ImpossibleFact:
        return {}


@transaction.atomic
def _keep(case: Case, content: str, *, by: Staff, at: datetime) -> Advice:
    key = uuid4()
    advice = Advice.objects.create(
        id=key,
        case=case,
        content_sealed=seal_for(case.dossier.resident, key, ADVICE, content),
        asked_by=by,
        asked_at=at,
    )
    record("cases.advice.given", on=advice, by=by.actor, at=at)
    return advice


def _why(case: Case) -> Purpose:
    return Purpose("om uw aanvraag te beoordelen", f"{case.case_type.read.law}; Awb art. 3:2")
