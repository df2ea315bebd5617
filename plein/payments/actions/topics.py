"""Where tasks and papers of a benefit hang in the inbox: a topic of its own, and not of a case.

An award may come from elsewhere, and a case waits for its tasks: what is asked each month is no
part of an aanvraag.
"""

from collections.abc import Iterable

from django.db import transaction

from plein.inbox.models import Topic
from plein.payments.models import Award


@transaction.atomic
def topic_of(award: Award) -> Topic:
    """Who comes at the same moment finds it made."""
    (found,) = topics_of([award])
    return found


@transaction.atomic
def topics_of(awards: Iterable[Award]) -> list[Topic]:
    """Of many: three queries. Without a title, so that no mail says what it is about."""
    wanted = [award.pk for award in awards]
    rows = Award.objects.select_for_update(of=["self"]).select_related("topic__resident")
    locked = rows.filter(pk__in=wanted).order_by("pk").in_bulk()
    without = [award for award in locked.values() if award.topic_id is None]
    for award in without:
        award.topic = Topic(resident_id=award.resident_id)
    Topic.objects.bulk_create([award.topic for award in without if award.topic])
    Award.objects.bulk_update(without, ["topic"], batch_size=2_000)
    return [topic for key in wanted if (topic := locked[key].topic)]
