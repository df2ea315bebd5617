"""Codes cannot be guessed: after a number of wrong ones, everybody waits."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from plein.identity.models import Tries
from plein.identity.tries import count_wrong_try, has_tries_left
from plein.kernel.clock import AMSTERDAM
from plein.kernel.refusal import Refusal

MOST_TRIES, WINDOW = 10, timedelta(minutes=10)
Found = TypeVar("Found")


class TooManyTries(Refusal):
    message = _("U vulde te vaak een verkeerde code in. Probeer het om {time} uur opnieuw.")


def within_limit(
    find: Callable[[], Found], *, who: str, wrong: type[Refusal], at: datetime
) -> Found:
    """What `find` finds, while this person has tries left; raising `wrong` costs one.

    Raises `TooManyTries`, also for a right code, and what `find` raises.
    """
    if not has_tries_left(who, most=MOST_TRIES, window=WINDOW, at=at):
        raise TooManyTries(time=_free_again(who))
    try:
        return find()
    except wrong:
        count_wrong_try(who, window=WINDOW, at=at)
        raise


def _free_again(who: str) -> str:
    """The first whole minute at which the window is over."""
    end = Tries.objects.get(who=who).since + WINDOW + timedelta(minutes=1)
    return end.astimezone(AMSTERDAM).strftime("%H.%M")
