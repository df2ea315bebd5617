"""What residents of this municipality can apply for: the newest version of each case type."""

from plein.cases.models import CaseType


def case_types_offered() -> list[CaseType]:
    """By name; one query."""
    newest = CaseType.objects.order_by("key", "-version").distinct("key")
    return sorted(newest, key=str)


def case_type_offered(key: str) -> CaseType | None:
    return CaseType.objects.filter(key=key).order_by("-version").first()
