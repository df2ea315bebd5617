"""Counting how signals fell over groups: a look at each award, of which only counts are kept."""

from collections import defaultdict
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from plein.audit.actions import Purpose, record
from plein.identity.gate import SealedText
from plein.identity.many import read_of_many
from plein.identity.models import Resident, Staff
from plein.kernel.clock import local_day, start_of
from plein.kernel.months import month_of, months_after
from plein.payments.known import LIVING
from plein.payments.living import Living
from plein.payments.models import (
    USEFUL,
    Award,
    AwardSignal,
    SignalCount,
    SignalState,
    Situation,
)
from plein.payments.signals.fairness import (
    Asked,
    Part,
    Split,
    groups_of,
    parts_of,
    splits_for,
)
from plein.payments.signals.library import every_kind

WHY = Purpose("om te tellen of onze vragen eerlijk verdeeld zijn", "AVG art. 5; Grondwet art. 1")
MONTHS = 12


@transaction.atomic
def count_signals(*, by: Staff, at: datetime) -> SignalCount:
    """Over the year until now. A fixed number of queries, and a line for each resident."""
    today = local_day(at)
    since = months_after(month_of(today), -MONTHS)
    lived = _lived(since, today, by, at)
    asked = _asked(since)
    content = {
        kind.key: [asdict(group) for group in groups_of(lived, asked[kind.key], splits)]
        for kind in every_kind().values()
        if (splits := splits_for(kind.data))
    }
    count = SignalCount.objects.create(counted_by=by, counted_at=at, since=since, content=content)
    record("payments.signals.counted", on=count, by=by.actor, at=at)
    return count


def _lived(since: date, today: date, by: Staff, at: datetime) -> dict[UUID, dict[Split, Part]]:
    """Of each award that ran in the time; two awards of one resident are one look."""
    ran = Award.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=since), is_provisional=False, starts_on__lte=today
    )
    rows = Situation.objects.filter(award__in=ran, from_on__lte=today)
    rows = rows.select_related("award__resident").order_by("from_on", "known_at", "pk")
    newest = {row.award_id: row for row in rows}
    texts: dict[Resident, list[SealedText]] = defaultdict(list)
    for row in newest.values():
        texts[row.award.resident].append(SealedText(row.pk, LIVING, row.content_sealed))
    opened = read_of_many(texts, purpose=WHY, by=by.actor, at=at)
    left = {resident: iter(each) for resident, each in opened.items()}
    return {
        award: parts_of(Living.read(next(left[row.award.resident_id])), today)
        for award, row in newest.items()
    }


def _asked(since: date) -> defaultdict[str, list[Asked]]:
    found: defaultdict[str, list[Asked]] = defaultdict(list)
    rows = AwardSignal.objects.filter(found_at__gte=start_of(since))
    for kind, award, state, outcome in rows.values_list("kind", "award_id", "state", "outcome"):
        looked = state == SignalState.LOOKED_INTO
        found[kind].append(Asked(award, looked, outcome in USEFUL))
    return found
