"""An aanvraag is sent: it becomes a case, with a copy of all that was filled in."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.cases.actions.opening import open_case
from plein.cases.models import Case
from plein.inbox.models import Channel
from plein.intake.actions.adding_papers import send_papers
from plein.intake.actions.correcting import correct
from plein.intake.actions.following import follow
from plein.intake.actions.locking import locked
from plein.intake.answers import known_and_right, open_answers, put_away
from plein.intake.journeys import must_have_journey
from plein.intake.models import Application, ApplicationState
from plein.intake.progress import missing, on_route
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal


class SomethingIsMissing(Refusal):
    message = _("U hebt nog niet alles ingevuld. Kijk waar staat: nog niet ingevuld.")


@transaction.atomic
def file(
    application: Application, *, channel: Channel = Channel.ONLINE, by: Actor, at: datetime
) -> Case:
    """Raises `IsSent`, `SomethingIsMissing`, and as `open_case` and `follow`.

    Only what lies on the route goes along. A second click finds it sent.
    """
    application = locked(application)
    intake = must_have_journey(application.case_type)
    answers = open_answers(application, by=by, at=at)
    if missing(intake, answers):
        raise SomethingIsMissing
    case = open_case(application.resident, application.case_type, channel=channel, by=by, at=at)
    sent = answers.only(on_route(intake, answers))
    put_away(application, sent)
    send_papers(application, case.topic, sent.given.keys(), by=by, at=at)
    correct(application.resident, sent, by=by, at=at)
    follow(case, sent, by=by, at=at)
    application.state, application.case = ApplicationState.FILED, case
    application.filed_at = application.changed_at = at
    application.asked, application.known = len(sent.given), known_and_right(sent)
    application.save()
    record("intake.application.filed", on=application, by=by, at=at)
    return case
