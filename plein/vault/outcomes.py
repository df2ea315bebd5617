"""What becomes of the copies that others hold, when a resident wants to be forgotten."""

from datetime import date, datetime

from plein.kernel.clock import local_day
from plein.vault.catalogue import catalogue
from plein.vault.models import (
    Erasure,
    ErasureOutcome,
    Outcome,
    SharingGrant,
    UseKind,
)
from plein.vault.retention import Rule, day_after_term, rule_for


def outcomes_of(erasure: Erasure, *, at: datetime) -> list[ErasureOutcome]:
    """One for each recipient, by what weighs most: what a law keeps, then what was read."""
    grants = SharingGrant.objects.filter(vault=erasure.vault).select_related("use__recipient")
    weightiest: dict[object, SharingGrant] = {}
    for grant in sorted(grants, key=_weight):
        weightiest[grant.use.recipient_id] = grant
    return [_outcome(erasure, grant, local_day(at)) for grant in weightiest.values()]


def _weight(grant: SharingGrant) -> tuple[bool, bool, datetime]:
    was_read = grant.reads > 0
    return (was_read and grant.use.kind == UseKind.LAW, was_read, grant.given_at)


def _outcome(erasure: Erasure, grant: SharingGrant, day: date) -> ErasureOutcome:
    outcome = ErasureOutcome(erasure=erasure, recipient=grant.use.recipient)
    if not grant.reads:
        outcome.outcome = Outcome.NO_COPY
    elif grant.use.kind != UseKind.LAW:
        outcome.outcome = Outcome.ASKED
    else:
        _keep_by_law(outcome, grant, local_day(erasure.asked_at), day)
    return outcome


def _keep_by_law(outcome: ErasureOutcome, grant: SharingGrant, asked: date, day: date) -> None:
    purpose = catalogue().bundles[grant.use.bundle].purpose
    outcome.rule, rule = rule_for(purpose)
    if rule.asked:
        outcome.outcome, outcome.law = Outcome.DESTROYED, rule.asked_law
        outcome.until = day_after_term(rule.asked, asked)
    else:
        outcome.outcome, outcome.law = Outcome.KEPT, catalogue().bases[grant.use.basis].law
        outcome.until = _known_end(rule, grant, day)


def _known_end(rule: Rule, grant: SharingGrant, day: date) -> date | None:
    """Where the term counts from the last look; else it hangs on the end of the help itself."""
    if rule.at != "read":
        return None
    last = local_day(grant.last_read_at) if grant.last_read_at else day
    return day_after_term(rule.term, last)
