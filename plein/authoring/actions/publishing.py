"""One offers a draft and another publishes it: from then on residents apply by it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.authoring.actions.drafting import DraftIsClosed, locked, note
from plein.authoring.models import DraftState, JourneyDraft
from plein.cases.actions.publishing import publish_case_type
from plein.cases.models import CaseType
from plein.cases.offered import newest_version
from plein.identity.models import Staff
from plein.journeys.reading import problems_with
from plein.kernel.refusal import Refusal

OFFERED, RETURNED = "authoring.draft.offered", "authoring.draft.returned"
PUBLISHED = "authoring.draft.published"


class StillHasProblems(Refusal):
    message = _("Los eerst op wat nog niet klopt. Het staat bij elk onderdeel.")


class NotOffered(Refusal):
    message = _("Dit concept is niet aangeboden, of een collega was u voor.")


class OffererCannotPublish(Refusal):
    message = _("U bood dit zelf aan. Laat een collega het publiceren.")


class NewerVersion(Refusal):
    message = _(
        "Er kwam intussen een nieuwere versie. Stuur dit concept terug en begin een nieuw concept."
    )


class SayWhy(Refusal):
    message = _("Schrijf op wat er anders moet.")


@transaction.atomic
def offer_draft(draft: JourneyDraft, *, by: Staff, at: datetime) -> JourneyDraft:
    """From now on it stays as it is. Raises `DraftIsClosed`, `StillHasProblems`."""
    draft = locked(draft)
    if not draft.may_be_changed:
        raise DraftIsClosed
    if problems_with(draft.document):
        raise StillHasProblems
    draft.state, draft.offered_by, draft.offered_at = DraftState.OFFERED, by, at
    draft.decided_by, draft.decided_at, draft.why_returned = None, None, ""
    draft.save()
    note(OFFERED, draft, by=by, at=at)
    return draft


@transaction.atomic
def return_draft(draft: JourneyDraft, why: str, *, by: Staff, at: datetime) -> JourneyDraft:
    """By a colleague, or by who offered it. Raises `NotOffered`, `SayWhy`."""
    draft = _offered(draft)
    if not why.strip():
        raise SayWhy
    draft.state, draft.why_returned = DraftState.RETURNED, why.strip()
    draft.decided_by, draft.decided_at = by, at
    draft.save()
    note(RETURNED, draft, by=by, at=at)
    return draft


@transaction.atomic
def publish_draft(draft: JourneyDraft, *, by: Staff, at: datetime) -> CaseType:
    """Running aanvragen keep their version. Raises `OffererCannotPublish`, `NewerVersion`."""
    draft = _offered(draft)
    if draft.offered_by_id == by.pk:
        raise OffererCannotPublish
    newest = newest_version(draft.key)
    if (newest and newest.pk) != draft.based_on_id:
        raise NewerVersion
    case_type = publish_case_type(draft.key, draft.document, by=by.actor, at=at)
    if case_type == newest:
        raise NothingChanged
    draft.state, draft.published = DraftState.PUBLISHED, case_type
    draft.decided_by, draft.decided_at = by, at
    draft.save()
    note(PUBLISHED, draft, by=by, at=at, version=case_type.version)
    return case_type


class NothingChanged(Refusal):
    message = _("Dit concept is gelijk aan de versie die nu geldt. Stuur het terug.")


def _offered(draft: JourneyDraft) -> JourneyDraft:
    draft = locked(draft)
    if draft.state != DraftState.OFFERED:
        raise NotOffered
    return draft
