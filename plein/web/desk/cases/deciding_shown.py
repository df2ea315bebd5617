"""What stands beside a decision on the page of a case: the advice, a proposal, what followed."""

from collections.abc import Iterable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.cases.actions.deciding import EXPLANATION
from plein.cases.actions.proposing import SENT_BACK, texts_of
from plein.cases.advised import ADVICE, MET, NOT_MET, UNKNOWN, Advised, read_advice, sealed_advice
from plein.cases.models import Advice, Case, Decision, FollowUp, Proposal, ProposalState
from plein.cases.weighing import WEIGHED, read_weighing, sealed_weighing
from plein.identity.gate import SealedText
from plein.web.request import StaffRequest

Opened = dict[tuple[UUID, str], str]
VERDICTS = {
    MET: (_("Voldaan"), "check-circle-fill"),
    NOT_MET: (_("Niet voldaan"), "exclamation-circle-fill"),
    UNKNOWN: (_("Niet bekend"), "question-circle"),
}
SHOWN = (ProposalState.WAITING, ProposalState.SENT_BACK)


class Weighed:
    """Found before the page opens anything, so that all of it is one look."""

    def __init__(self, request: StaffRequest, case: Case, decision: Decision | None) -> None:
        self.request, self.case, self.decision = request, case, decision
        self.advice = _advice(request, case)
        self.proposal = _proposal(case)

    @property
    def waits(self) -> bool:
        return self.proposal is not None and self.proposal.is_waiting

    @property
    def initial(self) -> dict[str, Any]:
        """Which advice was on the page; and never an answer."""
        return {"advice": self.advice.pk} if self.advice else {}

    @property
    def texts(self) -> list[SealedText]:
        texts = [sealed_advice(self.advice)] if self.advice else []
        texts += texts_of(self.proposal) if self.proposal else []
        return texts + (sealed_weighing(self.decision) if self.decision else [])

    def shown(self, opened: Opened) -> dict[str, Any]:
        how = self.case.case_type.read.decision
        return {
            "advice": self._advised(opened),
            "may_be_advised": bool(how.conditions or how.amount),
            "is_handler": self.case.handler_id == self.request.staff.pk,
            "needs_two": how.four_eyes,
            "starts_benefit": any(each.benefit for each in self.case.case_type.read.results),
            "proposal": self._proposed(opened),
            "weighing": self._weighing(opened),
            "follow_ups": self._follow_ups(),
        }

    def _follow_ups(self) -> Iterable[FollowUp]:
        if self.decision is None:
            return ()
        return self.decision.follow_ups.select_related("done_by__account").order_by("kind")

    def _advised(self, opened: Opened) -> dict[str, Any] | None:
        if self.advice is None:
            return None
        found = read_advice(opened[self.advice.pk, ADVICE])
        return {
            "row": self.advice,
            "conditions": conditions_shown(self.case, found),
            "found": found,
        }

    def _proposed(self, opened: Opened) -> dict[str, Any] | None:
        if self.proposal is None:
            return None
        key = self.proposal.pk
        return {
            "row": self.proposal,
            "result": self.case.case_type.read.result(self.proposal.result),
            "explanation": opened[key, EXPLANATION],
            "weighing": read_weighing(opened[key, WEIGHED]),
            "why": opened.get((key, SENT_BACK), ""),
            "is_own": self.proposal.proposed_by_id == self.request.staff.pk,
        }

    def _weighing(self, opened: Opened) -> Any:
        text = opened.get((self.decision.pk, WEIGHED)) if self.decision else None
        return read_weighing(text) if text else None


def conditions_shown(case: Case, found: Advised) -> list[dict[str, Any]]:
    """Each with the sentence of the journey that goes with what came out."""
    words = {each.rule: each for each in case.case_type.read.decision.conditions}
    return [
        {
            "judged": each,
            "verdict": VERDICTS[each.verdict][0],
            "icon": VERDICTS[each.verdict][1],
            "says": words[each.rule].not_met if each.verdict == NOT_MET else words[each.rule].met,
        }
        for each in found.judged
    ]


def _advice(request: StaffRequest, case: Case) -> Advice | None:
    """The one that was asked for just now; another page view opens none."""
    asked = request.POST.get("decide-advice") or request.GET.get("advies", "")
    with suppress(ValueError):
        return case.advices.filter(pk=UUID(asked)).first()
    return None


def _proposal(case: Case) -> Proposal | None:
    """What waits for a colleague, or came back; none where one person decides."""
    if not case.case_type.read.decision.four_eyes or not case.is_open:
        return None
    found = case.proposals.select_related("proposed_by__account", "settled_by__account", "advice")
    newest = found.order_by("-proposed_at").first()
    return newest if newest and newest.state in SHOWN else None
