"""Which values does the resident say are wrong, while nobody has answered yet?"""

from collections.abc import Iterable
from uuid import UUID

from plein.vault.models import OPEN, Correction


def disputed_versions(versions: Iterable[UUID]) -> set[UUID]:
    found = Correction.objects.filter(version__in=list(versions), state__in=OPEN)
    return set(found.values_list("version_id", flat=True))
