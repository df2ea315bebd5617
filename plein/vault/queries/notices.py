"""What a recipient still has to hear: that something it read was put right (AVG artikel 19)."""

from django.db.models import QuerySet

from plein.vault.models import CorrectionNotice, Recipient


def notices_for(recipient: Recipient) -> QuerySet[CorrectionNotice]:
    """Not seen yet, oldest first; each with its grant and the element, and without any value.

    `notice.grant.pseudonym` says about whom, `notice.correction.version.element` about what;
    `plein.vault.actions.corrections.note_seen` takes it off the list.
    """
    waiting = CorrectionNotice.objects.filter(grant__use__recipient=recipient, seen_at=None)
    return waiting.select_related("grant__use", "correction__version").order_by("told_at", "id")
