"""Guessing is limited: wrong tries are counted in one statement, so that none slips between."""

from datetime import datetime, timedelta

from django.db import connection

from plein.identity.models import Tries

_COUNT = f"""
INSERT INTO {Tries._meta.db_table} AS t (who, since, count) VALUES (%(who)s, %(at)s, 1)
ON CONFLICT (who) DO UPDATE SET
    count = CASE WHEN t.since <= %(before)s THEN 1 ELSE t.count + 1 END,
    since = CASE WHEN t.since <= %(before)s THEN %(at)s ELSE t.since END
"""  # noqa: S608 - the name of our own table


def has_tries_left(who: str, *, most: int, window: timedelta, at: datetime) -> bool:
    """Fewer than `most` wrong tries in the window that runs now."""
    return not Tries.objects.filter(who=who, since__gt=at - window, count__gte=most).exists()


def count_wrong_try(who: str, *, window: timedelta, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"who": who, "at": at, "before": at - window})
