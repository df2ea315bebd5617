"""Codes cannot be guessed: ten wrong ones, and the till waits."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from plein.identity.models import ProviderUser, Tries
from plein.identity.tries import count_wrong_try, has_tries_left
from plein.kernel.clock import AMSTERDAM
from plein.kernel.refusal import Refusal
from plein.webshop.actions.till import UnknownCode, find_pickup
from plein.webshop.models import Pickup, Provider

MOST_TRIES, WINDOW = 10, timedelta(minutes=10)


class TooManyTries(Refusal):
    message = _("U vulde te vaak een verkeerde code in. Probeer het om {time} uur opnieuw.")


def find_within_limit(
    code: str, *, provider: Provider, person: ProviderUser, at: datetime
) -> Pickup:
    """The pick-up with this code, while this person has tries left.

    Raises `TooManyTries`, also for a right code, and those of `find_pickup`. A code that is too
    short is a slip and no guess: it is not counted.
    """
    who = f"till-{person.pk}"
    if not has_tries_left(who, most=MOST_TRIES, window=WINDOW, at=at):
        raise TooManyTries(time=_free_again(who))
    try:
        return find_pickup(provider, code)
    except UnknownCode:
        count_wrong_try(who, window=WINDOW, at=at)
        raise


def _free_again(who: str) -> str:
    """The first whole minute at which the window is over."""
    end = Tries.objects.get(who=who).since + WINDOW + timedelta(minutes=1)
    return end.astimezone(AMSTERDAM).strftime("%H.%M")
