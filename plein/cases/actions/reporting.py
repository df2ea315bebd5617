"""The melding: somebody says that they need it, and from that day it counts (Pw art. 43 and 44)."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.cases.actions.moving import MoveNotAllowed, WhyNeeded, locked
from plein.cases.actions.opening import AlreadyRunning, dossier_of, new_case, running_of
from plein.cases.models import Case, CaseType
from plein.identity.models import Resident
from plein.inbox import event_words as said
from plein.inbox.models import Channel
from plein.inbox.timeline import tell
from plein.journeys.audience import Report
from plein.journeys.phases import Phase
from plein.kernel.actor import Actor
from plein.kernel.birthday import birthday
from plein.kernel.clock import local_day
from plein.kernel.refusal import Refusal


class HasNoReport(Refusal):
    message = _("Hiervoor hoeft u zich niet te melden. Vraag het meteen aan.")


@transaction.atomic
def report(
    resident: Resident,
    case_type: CaseType,
    *,
    born: date | None,
    by: Actor,
    at: datetime,
    channel: Channel = Channel.ONLINE,
) -> Case:
    """The melding that stands, or a new one. Raises `HasNoReport` and `AlreadyRunning`.

    Of whom we do not know the age nothing is held up.
    """
    declared = case_type.in_dutch.report
    if declared is None:
        raise HasNoReport
    dossier = dossier_of(resident, case_type, at)
    if found := running_of(dossier, case_type):
        if found.phase != Phase.REPORTED:
            raise AlreadyRunning
        return found
    today = local_day(at)
    case = new_case(dossier, case_type, Phase.REPORTED, on=today, channel=channel, by=by, at=at)
    case.reported_on, case.last_day = today, today + timedelta(days=declared.file_within)
    case.files_from = first_day_to_file(declared, today, born)
    case.save(update_fields=["reported_on", "last_day", "files_from"])
    tell(said.CASE_REPORTED, case.topic, by=by, at=at, channel=channel)
    return case


def first_day_to_file(declared: Report, reported_on: date, born: date | None) -> date | None:
    """Who is young searches first, at the longest until the birthday that ends it."""
    search = declared.search_period
    if search is None or born is None:
        return None
    until = min(reported_on + timedelta(days=search.days), birthday(born, search.under_age))
    return until if until > reported_on else None


@transaction.atomic
def let_file_at_once(case: Case, why: str, *, by: Actor, at: datetime) -> Case:
    """For whom waiting is no good (Pw art. 41). Raises `WhyNeeded` and `MoveNotAllowed`."""
    if not why.strip():
        raise WhyNeeded
    case = locked(case)
    if case.phase != Phase.REPORTED or case.files_from is None:
        raise MoveNotAllowed(phase=case.get_phase_display())
    case.files_from = None
    case.save(update_fields=["files_from"])
    tell(said.CASE_NO_SEARCH, case.topic, by=by, at=at)
    record("cases.search_period.lifted", on=case, by=by, at=at, why=why)
    return case
