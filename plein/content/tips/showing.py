"""That a tip was shown is kept for 30 days, so that a question about it can be answered."""

from collections.abc import Iterable
from datetime import date

from plein.content.models import ShownTip
from plein.content.tips.tip import Tip
from plein.identity.models import Resident
from plein.vault.retention import day_before_term, rules


def note_shown(resident: Resident, tips: Iterable[Tip], day: date) -> None:
    """One statement, also where they were shown before."""
    rows = [
        ShownTip(resident=resident, kind=tip.key, version=tip.version, last_on=day) for tip in tips
    ]
    ShownTip.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["resident", "kind"],
        update_fields=["version", "last_on"],
    )


def forget_shown(day: date) -> int:
    """What was last shown more than 30 days ago; how many."""
    before = day_before_term(rules()["vault"]["getoonde_tip"].term, day)
    count, _per_table = ShownTip.objects.filter(last_on__lt=before).delete()
    return count
