"""An aanvraag comes in: a case in the dossier of its resident, with its number and its term."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.actions.asking_to_sign import ask_partner
from plein.cases.actions.moving import move, note_term
from plein.cases.models import Case, CaseType, Dossier, PhaseChange
from plein.cases.terms import TermKind
from plein.identity.models import Resident
from plein.inbox import event_words as said
from plein.inbox.models import Channel, Topic
from plein.inbox.timeline import tell
from plein.journeys.phases import Phase
from plein.kernel.actor import Actor
from plein.kernel.clock import local_day
from plein.kernel.dutch import dutch
from plein.kernel.refusal import Refusal
from plein.kernel.short_code import new_code


class AlreadyRunning(Refusal):
    message = _("U hebt dit al aangevraagd. Wij zijn ermee bezig.")


class ReceivedLater(Refusal):
    message = _("Een aanvraag kan niet binnenkomen op een dag die nog moet komen.")


class SearchesFirst(Refusal):
    message = _("U kunt deze aanvraag versturen vanaf {day}. Kunt u niet zo lang wachten? Bel ons.")


@transaction.atomic
@dutch()
def open_case(
    resident: Resident,
    case_type: CaseType,
    *,
    by: Actor,
    at: datetime,
    channel: Channel = Channel.ONLINE,
    received_on: date | None = None,
) -> Case:
    """Paper counts from its stamp. Raises `AlreadyRunning`, `ReceivedLater`, `SearchesFirst`.

    One of a kind runs at a time: the dossier is locked, so that a double click finds the first.
    A melding that stands becomes the aanvraag, and keeps its own day.
    """
    received_on = received_on or local_day(at)
    if received_on > local_day(at):
        raise ReceivedLater
    dossier = dossier_of(resident, case_type, at)
    case = running_of(dossier, case_type)
    if case is None:
        case = new_case(
            dossier, case_type, Phase.RECEIVED, on=received_on, channel=channel, by=by, at=at
        )
    elif case.phase == Phase.REPORTED:
        _receive(case, received_on, channel, by=by, at=at)
    else:
        raise AlreadyRunning
    note_term(case, TermKind.BEGUN, days=case_type.read.decide_within, on=received_on, at=at)
    tell(said.CASE_RECEIVED, case.topic, by=by, at=at, channel=channel)
    ask_partner(case, by=by, at=at)
    return case


def _receive(case: Case, received_on: date, channel: Channel, *, by: Actor, at: datetime) -> None:
    """Raises `SearchesFirst`."""
    if case.files_from and received_on < case.files_from:
        raise SearchesFirst(day=f"{case.files_from:%d-%m-%Y}")
    case.received_on, case.filed_at, case.channel = received_on, at, channel
    move(case, case.case_type.read.station_of(Phase.RECEIVED), by=by, at=at)


def new_case(
    dossier: Dossier,
    case_type: CaseType,
    phase: Phase,
    *,
    on: date,
    channel: Channel,
    by: Actor,
    at: datetime,
) -> Case:
    """At the first station of its phase. The caller says what it is, and until when."""
    station = case_type.read.station_of(phase)
    case = Case.objects.create(
        dossier=dossier,
        topic=Topic.objects.create(resident=dossier.resident, title=case_type.in_dutch.name),
        case_type=case_type,
        number=new_code(),
        phase=phase,
        step=station.key,
        received_on=on,
        filed_at=at,
        channel=channel,
        last_day=on,
    )
    PhaseChange.objects.create(case=case, phase=phase, step=station.key, at=at, team=by.team)
    return case


def running_of(dossier: Dossier, case_type: CaseType) -> Case | None:
    """Of a dossier that is locked."""
    found = dossier.cases.filter(case_type__key=case_type.key).running()
    return found.select_related("topic__resident", "case_type").first()


def dossier_of(resident: Resident, case_type: CaseType, at: datetime) -> Dossier:
    """Locked: of one dossier one thing begins at a time."""
    dossier, _is_new = Dossier.objects.get_or_create(
        resident=resident, question=case_type.in_dutch.question, defaults={"opened_at": at}
    )
    found = Dossier.objects.select_for_update(of=["self"]).select_related("resident")
    return found.get(pk=dossier.pk)
