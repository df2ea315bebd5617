"""A resident keeps a paper, and takes it away again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.documents.judging import judge
from plein.documents.naming import plain_name
from plein.identity.models import Resident
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Kind
from plein.vault.kept_papers import put_away
from plein.vault.models import Paper, Vault

MOST_PAPERS = 12
MOST_MEGABYTES = 10


class TooManyPapers(Refusal):
    message = _("U hebt hier al 12 papieren. Haal er eerst een weg.")


class NotForPapers(Refusal):
    message = _("Bij dit gegeven hoort geen papier.")


@transaction.atomic
def add_paper(
    vault: Vault, element: str, name: str, upload: bytes, *, by: Resident, at: datetime
) -> Paper:
    """Keep a paper with this element.

    Raises `NotForPapers`, `TooManyPapers` and those of `judge`.
    """
    if catalogue().elements[element].kind != Kind.DOCUMENT:
        raise NotForPapers
    found = judge(upload, most_megabytes=MOST_MEGABYTES)
    Vault.objects.select_for_update().get(pk=vault.pk)
    if Paper.objects.filter(vault=vault, element=element).count() >= MOST_PAPERS:
        raise TooManyPapers
    paper = Paper(
        vault=vault, element=element, ending=found.ending, size=len(found.content), added_at=at
    )
    put_away(paper, plain_name(name), found.content)
    paper.save()
    record("vault.paper.added", on=paper, by=by.actor, at=at, element=element)
    return paper


@transaction.atomic
def remove_paper(paper: Paper, *, by: Resident, at: datetime) -> None:
    """It is really gone."""
    record("vault.paper.removed", on=paper, by=by.actor, at=at, element=paper.element)
    paper.delete()
