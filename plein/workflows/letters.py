"""The letter of a decision (Awb 3:41, 3:45, 3:46): a tagged PDF among the papers of the aanvraag.

It is made in a job. The row that waits for it stands in the transaction of the decision, so what
was not made is found again each night; and of one decision there is one letter.
"""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django_tasks import task

from plein.cases.letters.decided import decided_letter
from plein.cases.models import Decision, DecisionLetter
from plein.delivery.letter import pdf_of
from plein.documents.models import Direction
from plein.documents.receiving import Received
from plein.inbox.actions.enclosing import enclose
from plein.inbox.timeline import announce
from plein.kernel.actor import system
from plein.tenants.models import Municipality
from plein.tenants.scope import current, current_id, within


def ask_for_letter(decision: Decision) -> DecisionLetter:
    """In the transaction of the decision; a second time it asks for the same letter."""
    letter, _is_new = DecisionLetter.objects.get_or_create(decision=decision)
    _queue(letter)
    return letter


def queue_letters() -> int:
    """Nightly: what was broken off; how many."""
    waiting = list(DecisionLetter.objects.filter(document=None))
    for letter in waiting:
        _queue(letter)
    return len(waiting)


def _queue(letter: DecisionLetter) -> None:
    make_letter.enqueue(municipality=current_id(), letter=str(letter.pk))


@task()
def make_letter(municipality: int, letter: str) -> None:
    """Safe to run again: what is made stays as it is."""
    with within(Municipality.objects.get(pk=municipality)):
        write_decision(UUID(letter), at=now())


@transaction.atomic
def write_decision(letter_id: UUID, *, at: datetime) -> DecisionLetter:
    """Who comes at the same moment waits, and finds it made. It is sent by who decided."""
    letters = DecisionLetter.objects.select_for_update(of=["self"])
    letter = letters.select_related(
        "decision__case__topic__resident", "decision__case__case_type", "decision__provision"
    ).get(pk=letter_id)
    if letter.document_id is not None:
        return letter
    made, topic = letter.decision, letter.decision.case.topic
    writer = system(str(_("brief bij een besluit")))
    pdf = pdf_of([decided_letter(made, by=writer, at=at)], current(), at=at)
    sender = (made.confirmed_by or made.decided_by).actor
    (letter.document,) = enclose(topic, [_as_file(pdf)], direction=Direction.OUT, by=sender, at=at)
    letter.save(update_fields=["document"])
    announce(topic, at=at)
    return letter


def _as_file(pdf: bytes) -> Received:
    """We made it ourselves a moment ago: there is nothing in it to scan for."""
    name = str(_("Brief met ons besluit"))
    return Received(name, "pdf", pdf, sha256(pdf).hexdigest(), is_scanned=True)
