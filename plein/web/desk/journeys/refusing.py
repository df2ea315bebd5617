"""A refusal becomes a message on the page where somebody goes next."""

from collections.abc import Callable
from typing import TypeVar

from django.contrib import messages

from plein.kernel.refusal import Refusal
from plein.web.request import StaffRequest

Done = TypeVar("Done")


def or_say(request: StaffRequest, act: Callable[[], Done]) -> Done | None:
    try:
        return act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return None
