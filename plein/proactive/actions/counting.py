"""What came of a need is counted, without whom it was about."""

from django.db.models import F

from plein.proactive.models import OfferCount, Outcome


def count_outcome(kind: str, outcome: Outcome) -> None:
    """A step of an action."""
    row, _is_new = OfferCount.objects.get_or_create(kind=kind, outcome=outcome)
    OfferCount.objects.filter(pk=row.pk).update(number=F("number") + 1)
