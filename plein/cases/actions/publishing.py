"""A case type becomes usable in a municipality: a new version where the document differs."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from plein.audit.actions import record
from plein.cases.models import CaseType
from plein.cases.offered import newest_version
from plein.journeys.reading import check_journey
from plein.kernel.actor import Actor


@transaction.atomic
def publish_case_type(
    key: str, document: Mapping[str, Any], *, by: Actor, at: datetime
) -> CaseType:
    """The same document again changes nothing. Raises `DeclarationDoesNotFit`."""
    check_journey(document)
    last = newest_version(key)
    if last and last.document == document:
        return last
    case_type = CaseType.objects.create(
        key=key, version=last.version + 1 if last else 1, document=document, published_at=at
    )
    record("cases.type.published", on=case_type, by=by, at=at, key=key, version=case_type.version)
    return case_type
