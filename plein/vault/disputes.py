"""Which values does the resident say are wrong, while nobody has answered yet?"""

from django.db.models import Exists, OuterRef

from plein.vault.models import OPEN, Correction


def is_disputed() -> Exists:
    """For a query over values: whether somebody still has to answer."""
    return Exists(Correction.objects.filter(version=OuterRef("pk"), state__in=OPEN))
