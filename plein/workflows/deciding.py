"""A person decides on a case: alone or with a colleague, and then what belongs to it follows.

The decision, what it gives, and that there is a letter to make stand in one transaction.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.assisted.actions.acting import must_be_confirmed
from plein.audit.actions import Purpose
from plein.cases.actions.deciding import decide
from plein.cases.actions.proposing import confirm, propose
from plein.cases.advised import MET, Advised, read_advice, sealed_advice
from plein.cases.models import Advice, Case, Decision, Proposal
from plein.cases.weighing import Draft, Unmet
from plein.identity.gate import read_sealed
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.workflows.following import follow
from plein.workflows.judging import law_of
from plein.workflows.letters import ask_for_letter
from plein.workflows.our_rules import our_rules

WHY = Purpose("om een besluit over uw aanvraag te nemen", "Awb art. 3:2 en 3:46")


class SayWhyItDiffers(Refusal):
    message = _("Uw besluit is anders dan het advies van de regels. Schrijf op waarom.")


class MetAndNotMet(Refusal):
    message = _("Krijgt de inwoner het? Kies dan geen voorwaarden waaraan iemand niet voldoet.")


@transaction.atomic
def decide_case(case: Case, draft: Draft, *, by: Staff, at: datetime) -> Decision | Proposal:
    """A proposal where the journey asks for four eyes.

    Raises `NotConfirmedYet`, `MetAndNotMet`, `SayWhyItDiffers`, and as `decide` and `propose`.
    """
    must_be_confirmed(case)
    _must_fit(case, draft, by=by.actor, at=at)
    if case.case_type.read.decision.four_eyes:
        return propose(case, draft, by=by, at=at)
    decision = decide(
        case,
        draft.result,
        draft.explanation,
        given=draft.given,
        weighing=draft.weighing,
        advice=draft.advice,
        by=by,
        at=at,
    )
    return _with_what_follows(decision, by=by, at=at)


@transaction.atomic
def confirm_case(proposal: Proposal, *, by: Staff, at: datetime) -> Decision:
    """Raises `NotConfirmedYet` and as `confirm`."""
    must_be_confirmed(proposal.case)
    return _with_what_follows(confirm(proposal, by=by, at=at), by=by, at=at)


def unmet_of(case: Case, rules: Collection[str], *, at: datetime) -> tuple[Unmet, ...]:
    """Ready sentences for the letter, of the conditions that somebody keeps."""
    book, day = our_rules(), local_day(at)
    return tuple(
        Unmet(each.rule, each.not_met, law_of(book, each.rule, day))
        for each in case.case_type.read.decision.conditions
        if each.rule in rules
    )


def differs(case: Case, draft: Draft, advised: Advised) -> bool:
    """Another outcome than the rules lean to, or a condition held against somebody who meets it."""
    is_favourable = case.case_type.read.result(draft.result).is_favourable
    against = any(advised.verdict_of(each.rule) == MET for each in draft.weighing.unmet)
    return against or (advised.leans is not None and advised.leans != is_favourable)


def open_advice(advice: Advice, *, by: Actor, at: datetime) -> Advised:
    """A look, with a line in the log."""
    resident, case = advice.case.dossier.resident, advice.case.number
    (text,) = read_sealed(resident, [sealed_advice(advice)], purpose=WHY, by=by, at=at, case=case)
    return read_advice(text)


def _must_fit(case: Case, draft: Draft, *, by: Actor, at: datetime) -> None:
    if draft.weighing.unmet and case.case_type.read.result(draft.result).is_favourable:
        raise MetAndNotMet
    if draft.advice is None or draft.weighing.differs.strip():
        return
    if differs(case, draft, open_advice(draft.advice, by=by, at=at)):
        raise SayWhyItDiffers


def _with_what_follows(decision: Decision, *, by: Staff, at: datetime) -> Decision:
    follow(decision, by=by, at=at)
    ask_for_letter(decision)
    return decision
