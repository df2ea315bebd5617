"""Codes cannot be guessed: ten wrong ones, and the till waits."""

from datetime import datetime

from plein.identity.models import ProviderUser
from plein.web.guessing import within_limit
from plein.webshop.actions.till import UnknownCode, find_given, find_pickup
from plein.webshop.models import Pickup, Provider


def find_within_limit(
    code: str,
    *,
    provider: Provider,
    person: ProviderUser,
    at: datetime,
    also_number: bool = False,
) -> Pickup:
    """The pick-up with this code (or of this order), while this person has tries left.

    Raises `TooManyTries`, also for a right code, and those of `find_pickup`. A code that is too
    short is a slip and no guess: it is not counted.
    """
    find = find_given if also_number else find_pickup
    return within_limit(
        lambda: find(provider, code), who=f"till-{person.pk}", wrong=UnknownCode, at=at
    )
