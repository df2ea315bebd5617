"""Decisions about paying back, each with its letter: a tagged PDF among the papers.

The row that waits for the letter stands in the transaction of the decision; a job makes it, and
each night what was not made is found again. Of one decision there is one letter.
"""

from datetime import datetime
from hashlib import sha256
from typing import cast
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django_tasks import task

from plein.audit.actions import Purpose
from plein.delivery.actions.planning import send_word
from plein.delivery.letter import Letter, pdf_of
from plein.delivery.notices import Notice
from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.identity.gate import SealedText, read_sealed
from plein.identity.models import Staff
from plein.inbox.actions.enclosing import enclose
from plein.kernel.actor import system
from plein.kernel.dutch import dutch
from plein.payments.actions.debts import EXPLANATION, decide_debt
from plein.payments.actions.paying_back import most_per_month
from plein.payments.actions.remitting import WHY_NOT, agree_remission
from plein.payments.actions.topics import topic_of
from plein.payments.models import Award, Debt, OwedLetter, Remission
from plein.payments.owed_letters import letter_of_debt, letter_of_remission
from plein.tenants.models import Municipality
from plein.tenants.scope import current, current_id, within

WRITER = system("brief over terugbetalen")
WHY = Purpose("om u een brief te sturen", "Awb art. 3:41")


@transaction.atomic
def decide_on_debt(debt: Debt, *, by: Staff, at: datetime) -> Debt:
    """Raises as `decide_debt`."""
    decided = decide_debt(debt, by=by, at=at)
    _ask_for(OwedLetter(debt=decided))
    return decided


@transaction.atomic
def decide_remission(row: Remission, *, by: Staff, at: datetime) -> Remission:
    """Raises as `agree_remission`."""
    agreed = agree_remission(row, by=by, at=at)
    _ask_for(OwedLetter(remission=agreed))
    return agreed


def queue_owed_letters() -> int:
    """Nightly: what was broken off; how many."""
    waiting = list(OwedLetter.objects.filter(document=None))
    for letter in waiting:
        _queue(letter)
    return len(waiting)


def _ask_for(letter: OwedLetter) -> None:
    letter.save(force_insert=True)
    _queue(letter)


def _queue(letter: OwedLetter) -> None:
    make_owed_letter.enqueue(municipality=current_id(), letter=str(letter.pk))


@task()
def make_owed_letter(municipality: int, letter: str) -> None:
    """Safe to run again: what is made stays as it is."""
    with within(Municipality.objects.get(pk=municipality)):
        write_owed_letter(UUID(letter), at=now())


@transaction.atomic
def write_owed_letter(letter_id: UUID, *, at: datetime) -> OwedLetter:
    """And word of it, once: there is a decision to read."""
    rows = OwedLetter.objects.select_for_update(of=["self"])
    letter = rows.select_related(
        "debt__award__resident", "remission__award__resident", "remission__debt__account"
    ).get(pk=letter_id)
    if letter.document_id is not None:
        return letter
    award = cast(Debt | Remission, letter.debt or letter.remission).award
    with dutch():
        file = _as_file(pdf_of([_written(letter, award, at)], current(), at=at))
    topic = topic_of(award)
    (letter.document,) = enclose(topic, [file], direction=Direction.OUT, by=WRITER, at=at)
    letter.save(update_fields=["document"])
    key = f"terugbetalen:{letter.pk}"
    send_word(award.resident, Notice.DECISION, key=key, about=topic.pk, at=at)
    return letter


def _written(letter: OwedLetter, award: Award, at: datetime) -> Letter:
    """Opening why is a look, with a line in the log."""
    if letter.debt:
        sealed = SealedText(letter.debt.pk, EXPLANATION, letter.debt.explanation_sealed)
        (why,) = read_sealed(award.resident, [sealed], purpose=WHY, by=WRITER, at=at)
        return letter_of_debt(letter.debt, why, most_per_month(letter.debt))
    row = cast(Remission, letter.remission)
    sealed = SealedText(row.pk, WHY_NOT, row.why_sealed)
    (why,) = read_sealed(award.resident, [sealed], purpose=WHY, by=WRITER, at=at)
    return letter_of_remission(row, why)


def _as_file(pdf: bytes) -> Received:
    """We made it ourselves a moment ago: there is nothing in it to scan for."""
    name = _("Brief over terugbetalen")
    return Received(name, "pdf", pdf, sha256(pdf).hexdigest(), is_scanned=True)
