"""Begin, keep what was typed, and stop; a draft waits as long as it has to."""

from datetime import datetime, timedelta

from django.db import transaction

from plein.audit.actions import record
from plein.cases.actions.reporting import report
from plein.cases.models import Case, CaseType
from plein.identity.models import Resident
from plein.inbox.models import Channel
from plein.intake.actions.adding_papers import throw_papers_away
from plein.intake.actions.following import set_tasks
from plein.intake.actions.locking import locked
from plein.intake.actions.timing import note_time
from plein.intake.answers import Answers, put_away
from plein.intake.known import born_on
from plein.intake.models import Application, ApplicationState
from plein.journeys.phases import Phase
from plein.journeys.task_templates import Starts
from plein.kernel.actor import Actor

KEPT = timedelta(days=90)  # without a change


@transaction.atomic
def begin(
    resident: Resident,
    case_type: CaseType,
    *,
    by: Actor,
    at: datetime,
    channel: Channel = Channel.ONLINE,
) -> Application:
    """The draft that is there, or a new one. Two clicks begin once.

    Where a melding comes first, this is it. Raises as `report`.
    """
    Resident.objects.select_for_update().get(pk=resident.pk)
    application = Application.objects.drafts_of(resident).filter(key=case_type.key).first()
    if application is None:
        application = Application.objects.create(
            resident=resident, case_type=case_type, key=case_type.key, started_at=at, changed_at=at
        )
        record("intake.application.begun", on=application, by=by, at=at)
    if case_type.in_dutch.report:
        _report(resident, case_type, channel, by=by, at=at)
    return application


def _report(
    resident: Resident, case_type: CaseType, channel: Channel, *, by: Actor, at: datetime
) -> None:
    declared = case_type.in_dutch.report
    searches = declared is not None and declared.search_period is not None
    born = born_on(resident, by=by, at=at) if searches else None
    case = report(resident, case_type, born=born, channel=channel, by=by, at=at)
    set_tasks(case, Starts.REPORT, Answers(), by=by, at=at)


@transaction.atomic
def keep_answers(
    application: Application, answers: Answers, *, step: str, by: Actor, at: datetime
) -> Application:
    """As they are now; after a melding a task may follow from it. Raises `IsSent`."""
    application = locked(application)
    put_away(application, answers)
    note_time(application, step, at=at)
    application.step, application.changed_at = step, at
    application.save(update_fields=["answers_sealed", "step", "changed_at"])
    if case := reported(application):
        set_tasks(case, Starts.REPORT, answers, by=by, at=at)
    return application


def reported(application: Application) -> Case | None:
    """The melding that goes before it, while it waits for the aanvraag."""
    if application.case_type.in_dutch.report is None:
        return None
    own = Case.objects.filter(dossier__resident=application.resident, phase=Phase.REPORTED)
    return own.filter(case_type__key=application.key).select_related("case_type").first()


@transaction.atomic
def drop(application: Application, *, by: Actor, at: datetime) -> Application:
    """Nothing of it is kept. Raises `IsSent`."""
    application = locked(application)
    application.state, application.answers_sealed = ApplicationState.DROPPED, b""
    application.changed_at = at
    application.save(update_fields=["state", "answers_sealed", "changed_at"])
    papers = application.papers.select_related("document")
    throw_papers_away(list(papers), by=by, at=at)
    record("intake.application.dropped", on=application, by=by, at=at)
    return application


def forget_drafts(*, by: Actor, at: datetime) -> int:
    """Those that nobody went on with for so long; how many."""
    old = Application.objects.filter(state=ApplicationState.DRAFT, changed_at__lt=at - KEPT)
    found = list(old)
    for application in found:
        drop(application, by=by, at=at)
    return len(found)
