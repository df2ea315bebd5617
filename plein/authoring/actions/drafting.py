"""A draft is begun, changed and dropped. It is about no resident, so one person is enough."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.authoring.models import DraftState, JourneyDraft
from plein.cases.offered import newest_version
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.tenants.scope import current

BEGUN, CHANGED = "authoring.draft.begun", "authoring.draft.changed"
DROPPED = "authoring.draft.dropped"


class DraftIsOpen(Refusal):
    message = _("Er is al een concept van deze aanvraag. Ga daarin verder.")


class DraftIsClosed(Refusal):
    message = _("Dit concept kan nu niet veranderen. Het is aangeboden, gepubliceerd of weg.")


class ChangedMeanwhile(Refusal):
    message = _("Een collega heeft dit concept intussen gewijzigd. Kijk eerst wat er veranderde.")


@transaction.atomic
def begin_draft(
    key: str, document: Mapping[str, Any], *, by: Staff, at: datetime, **origin: Any
) -> JourneyDraft:
    """From scratch, from the version in force, or from elsewhere. Raises `DraftIsOpen`."""
    draft = JourneyDraft(
        key=key,
        document=document,
        based_on=newest_version(key),
        begun_by=by,
        begun_at=at,
        changed_by=by,
        changed_at=at,
        **origin,
    )
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError:
        raise DraftIsOpen from None
    note(BEGUN, draft, by=by, at=at)
    return draft


@transaction.atomic
def change_draft(
    draft: JourneyDraft, document: Mapping[str, Any], *, edition: int, by: Staff, at: datetime
) -> JourneyDraft:
    """`edition` is the one that was seen. Raises `DraftIsClosed`, `ChangedMeanwhile`."""
    draft = locked(draft)
    if not draft.may_be_changed:
        raise DraftIsClosed
    if draft.edition != edition:
        raise ChangedMeanwhile
    draft.document, draft.edition = document, edition + 1
    draft.changed_by, draft.changed_at = by, at
    draft.save(update_fields=["document", "edition", "changed_by", "changed_at"])
    note(CHANGED, draft, by=by, at=at, edition=draft.edition)
    return draft


@transaction.atomic
def drop_draft(draft: JourneyDraft, *, by: Staff, at: datetime) -> JourneyDraft:
    """Raises `DraftIsClosed`."""
    draft = locked(draft)
    if not draft.may_be_changed:
        raise DraftIsClosed
    draft.state = DraftState.DROPPED
    draft.save(update_fields=["state"])
    note(DROPPED, draft, by=by, at=at)
    return draft


def locked(draft: JourneyDraft) -> JourneyDraft:
    return JourneyDraft.objects.select_for_update(of=["self"]).get(pk=draft.pk)


def note(name: str, draft: JourneyDraft, *, by: Staff, at: datetime, **details: Any) -> None:
    """On the municipality: it stands among what its people changed about it."""
    record(name, on=current(), by=by.actor, at=at, key=draft.key, **details)
