"""Four eyes: a decision is proposed by one, and confirmed or sent back by a colleague.

Until it is confirmed nothing is decided, and the resident reads nothing of it.
"""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import Purpose, record
from plein.cases.actions.deciding import EXPLANATION, decide, must_be_complete
from plein.cases.actions.moving import MoveNotAllowed, WhyNeeded, locked
from plein.cases.actions.providing import EndsBeforeItStarts, Given
from plein.cases.models import Case, Decision, Proposal, ProposalState
from plein.cases.weighing import WEIGHED, Draft, read_weighing
from plein.identity.gate import SealedText, read_sealed, seal_for
from plein.identity.models import Staff
from plein.journeys.phases import MOVES, Phase
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal

SENT_BACK = "waarom een besluit is teruggestuurd"  # element in the log of looks
WHY = Purpose("om het besluit over uw aanvraag te bekijken", "Awb art. 3:2")


class NotByYourself(Refusal):
    message = _("U stelde dit besluit zelf voor. Laat een collega ernaar kijken.")


class IsProposed(Refusal):
    message = _("Er wacht al een besluit op een collega.")


class IsSettled(Refusal):
    message = _("Over dit voorstel is al beslist.")


class SayWhatIsWrong(Refusal):
    message = _("Schrijf op wat er anders moet. Uw collega leest dit.")


@transaction.atomic
def propose(case: Case, draft: Draft, *, by: Staff, at: datetime) -> Proposal:
    """Raises `IsProposed`, and all that `decide` raises: who confirms finds it complete."""
    if not draft.explanation.strip():
        raise WhyNeeded
    case = locked(case)
    if Phase.DECIDED not in MOVES[Phase(case.phase)]:
        raise MoveNotAllowed(phase=case.get_phase_display())
    must_be_complete(case)
    if case.proposals.waiting().exists():
        raise IsProposed
    key, resident, given = uuid4(), case.topic.resident, draft.given
    if given and given.last_day and given.last_day < given.start:
        raise EndsBeforeItStarts
    proposal = Proposal.objects.create(
        id=key,
        case=case,
        result=case.case_type.read.result(draft.result).key,
        words_sealed=seal_for(resident, key, EXPLANATION, draft.explanation),
        weighing_sealed=seal_for(resident, key, WEIGHED, draft.weighing.written()),
        start=given.start if given else None,
        amount=given.amount if given else None,
        last_day=given.last_day if given else None,
        advice=draft.advice,
        proposed_by=by,
        proposed_at=at,
    )
    record("cases.decision.proposed", on=proposal, by=by.actor, at=at)
    return proposal


@transaction.atomic
def confirm(proposal: Proposal, *, by: Staff, at: datetime) -> Decision:
    """Raises `NotByYourself`, `IsSettled` and as `decide`."""
    proposal = _settle(proposal, ProposalState.CONFIRMED, by=by, at=at)
    draft = draft_of(proposal, by=by.actor, at=at)
    decision = decide(
        proposal.case,
        draft.result,
        draft.explanation,
        given=draft.given,
        weighing=draft.weighing,
        advice=draft.advice,
        by=proposal.proposed_by,
        confirmed_by=by,
        at=at,
    )
    record("cases.decision.confirmed", on=proposal, by=by.actor, at=at)
    return decision


@transaction.atomic
def send_back(proposal: Proposal, why: str, *, by: Staff, at: datetime) -> Proposal:
    """Raises `SayWhatIsWrong`, `NotByYourself` and `IsSettled`."""
    if not why.strip():
        raise SayWhatIsWrong
    proposal = _settle(proposal, ProposalState.SENT_BACK, by=by, at=at)
    resident = proposal.case.topic.resident
    proposal.why_sealed = seal_for(resident, proposal.pk, SENT_BACK, why)
    proposal.save(update_fields=["why_sealed"])
    record("cases.decision.sent_back", on=proposal, by=by.actor, at=at)
    return proposal


def texts_of(proposal: Proposal) -> list[SealedText]:
    """Its words, its weighing, and why it was sent back."""
    texts = [
        SealedText(proposal.pk, EXPLANATION, proposal.words_sealed),
        SealedText(proposal.pk, WEIGHED, proposal.weighing_sealed),
    ]
    if proposal.why_sealed:
        texts.append(SealedText(proposal.pk, SENT_BACK, proposal.why_sealed))
    return texts


def draft_of(proposal: Proposal, *, by: Actor, at: datetime) -> Draft:
    """What was proposed; opening it is a look."""
    case = proposal.case
    words, weighing, *_sent_back = read_sealed(
        case.topic.resident, texts_of(proposal), purpose=WHY, by=by, at=at, case=case.number
    )
    given = None
    if proposal.start:
        given = Given(proposal.start, proposal.amount, proposal.last_day)
    return Draft(proposal.result, words, given, read_weighing(weighing), proposal.advice)


def _settle(proposal: Proposal, state: ProposalState, *, by: Staff, at: datetime) -> Proposal:
    """The case is locked first, as everywhere: who clicks at the same moment finds it settled."""
    locked(proposal.case)
    found = Proposal.objects.select_for_update(of=["self"]).select_related(
        "case__topic__resident", "case__case_type", "proposed_by__account", "advice"
    )
    proposal = found.get(pk=proposal.pk)
    if state not in Proposal.MOVES[ProposalState(proposal.state)]:
        raise IsSettled
    if proposal.proposed_by_id == by.pk:
        raise NotByYourself
    proposal.state, proposal.settled_by, proposal.settled_at = state, by, at
    proposal.save(update_fields=["state", "settled_by", "settled_at"])
    return proposal
