"""Which values does the resident say are wrong, while nobody has answered yet?"""

from django.db.models import Exists, OuterRef, QuerySet

from plein.vault.models import OPEN, Correction, Vault


def is_disputed() -> Exists:
    """For a query over values: whether somebody still has to answer.

    A report holds for what its source says after it as well: a source that looks into the matter
    says the same with another mark, and that is not yet an answer.
    """
    same = Correction.objects.filter(
        version__vault=OuterRef("vault"),
        version__element=OuterRef("element"),
        version__is_own=OuterRef("is_own"),
        version__number__lte=OuterRef("number"),
    )
    return Exists(same.filter(state__in=OPEN))


def open_reports(vault: Vault, key: str) -> QuerySet[Correction]:
    """At most one: of this element, and not answered yet."""
    return Correction.objects.filter(version__vault=vault, version__element=key, state__in=OPEN)
