"""An aanvraag comes in: a case in the dossier of its resident, with its number and its term."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.asking_to_sign import ask_partner
from plein.cases.models import Case, CaseType, Dossier, PhaseChange, TermRow
from plein.cases.terms import TermEvent, TermKind, term_of
from plein.identity.models import Resident
from plein.inbox import event_words as said
from plein.inbox.models import Channel, Topic
from plein.inbox.timeline import tell
from plein.journeys.phases import OPEN, Phase
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import new_code


class AlreadyRunning(Refusal):
    message = _("U hebt dit al aangevraagd. Wij zijn ermee bezig.")


class ReceivedLater(Refusal):
    message = _("Een aanvraag kan niet binnenkomen op een dag die nog moet komen.")


@transaction.atomic
def open_case(
    resident: Resident,
    case_type: CaseType,
    *,
    by: Actor,
    at: datetime,
    channel: Channel = Channel.ONLINE,
    received_on: date | None = None,
) -> Case:
    """Paper counts from its stamp. Raises `AlreadyRunning`, `ReceivedLater`.

    One of a kind runs at a time: the dossier is locked, so that a double click finds the first.
    """
    received_on = received_on or local_day(at)
    if received_on > local_day(at):
        raise ReceivedLater
    dossier = _dossier(resident, case_type.read.question, at)
    if dossier.cases.filter(case_type__key=case_type.key, phase__in=sorted(OPEN)).exists():
        raise AlreadyRunning
    document = case_type.read
    first = document.station_of(Phase.RECEIVED)
    begun = TermEvent(TermKind.BEGUN, received_on, document.decide_within)
    case = Case.objects.create(
        dossier=dossier,
        topic=Topic.objects.create(resident=resident, title=document.name),
        case_type=case_type,
        number=new_code(),
        step=first.key,
        received_on=received_on,
        filed_at=at,
        channel=channel,
        last_day=term_of([begun]).last_day,
    )
    TermRow.objects.create(
        case=case, number=1, kind=begun.kind, on=begun.on, days=begun.days, at=at
    )
    PhaseChange.objects.create(case=case, phase=first.phase, step=first.key, at=at, team=by.team)
    tell(said.CASE_RECEIVED, case.topic, by=by, at=at, channel=channel)
    ask_partner(case, by=by, at=at)
    return case


def _dossier(resident: Resident, question: str, at: datetime) -> Dossier:
    dossier, _is_new = Dossier.objects.get_or_create(
        resident=resident, question=question, defaults={"opened_at": at}
    )
    return Dossier.objects.select_for_update().get(pk=dossier.pk)
