"""How often a need was of use; never about fewer than ten people."""

from plein.kernel.few import shown_parts
from plein.proactive.models import OfferCount, Outcome
from plein.proactive.need import Need


def shown_outcomes(need: Need) -> list[tuple[str, int | None]]:
    """By outcome, with its words; None is too few to show. One query."""
    rows = OfferCount.objects.filter(kind=need.key).values_list("outcome", "number")
    counts = {each.value: 0 for each in Outcome} | dict(rows)
    shown = shown_parts(counts)
    return [(str(each.label), shown[each.value]) for each in Outcome]
