"""What went off each payment: read together with the lines, in the order in which it was taken."""

from django.db.models import Prefetch, QuerySet

from plein.payments.models import LineOff, RunLine


def with_offs(lines: QuerySet[RunLine]) -> QuerySet[RunLine]:
    """One query more, as `line.taken`."""
    offs = LineOff.objects.select_related("debt__account", "deduction").order_by("pk")
    return lines.prefetch_related(Prefetch("offs", offs, to_attr="taken"))  # type: ignore[no-redef]


def offs_for_others(line: RunLine) -> list[LineOff]:
    return [off for off in line.taken if off.deduction_id]
