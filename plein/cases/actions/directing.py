"""Who leads a dossier: one person, whom every organisation in it can find."""

from datetime import datetime

from django.db import transaction

from plein.audit.actions import record
from plein.cases.models import Dossier
from plein.identity.models import Staff
from plein.inbox import event_words as said
from plein.inbox.timeline import tell


@transaction.atomic
def take_direction(dossier: Dossier, *, by: Staff, at: datetime) -> Dossier:
    """The resident reads which team leads from now; doing it twice changes nothing."""
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if dossier.director_id == by.pk:
        return dossier
    dossier.director = by
    dossier.save(update_fields=["director"])
    record("cases.dossier.directed", on=dossier, by=by.actor, at=at)
    for case in dossier.cases.running().select_related("topic"):
        tell(said.DIRECTOR, case.topic, by=by.actor, at=at, team=by.team)
    return dossier
