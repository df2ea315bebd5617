"""A resident keeps a paper, and takes it away again."""

import unicodedata
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Resident
from plein.kernel.refusal import Refusal
from plein.vault.catalogue import catalogue
from plein.vault.catalogue.types import Kind
from plein.vault.kept_papers import put_away
from plein.vault.models import Paper, Vault
from plein.vault.papers import read_paper

MOST_PAPERS = 12
LONGEST_NAME = 80


class TooManyPapers(Refusal):
    message = _("U hebt hier al 12 papieren. Haal er eerst een weg.")


class NotForPapers(Refusal):
    message = _("Bij dit gegeven hoort geen papier.")


@transaction.atomic
def add_paper(
    vault: Vault, element: str, name: str, upload: bytes, *, by: Resident, at: datetime
) -> Paper:
    """Keep a paper with this element.

    Raises `NotForPapers`, `TooManyPapers` and those of `read_paper`.
    """
    if catalogue().elements[element].kind != Kind.DOCUMENT:
        raise NotForPapers
    found = read_paper(upload)
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


def plain_name(name: str) -> str:
    """What the resident called it, without folders, ending or signs that cannot be seen."""
    stem = PurePath(name.replace("\\", "/")).stem
    seen = "".join(sign for sign in stem if not unicodedata.category(sign).startswith("C"))
    return seen.strip()[:LONGEST_NAME] or str(_("papier"))
