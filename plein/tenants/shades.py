"""A colour that people cannot read is refused with the nearest one that they can."""

from django.utils.translation import gettext_lazy as _

from plein.kernel.refusal import Refusal
from plein.tenants.colour import contrast, read_hex
from plein.tenants.palette import (
    READABLE,
    VISIBLE,
    WHITE,
    WHITE_TEXT,
    nearest_readable,
    written,
)

# What it needs beside white, and what we propose: of letters a little more, so that it stays.
LETTERS, STRIPE = (READABLE, WHITE_TEXT), (VISIBLE, VISIBLE)
NEEDED = {"brand": LETTERS, "action": LETTERS, "accent": STRIPE}


class TooLight(Refusal):
    message = _(
        "{colour} is te licht naast wit: het contrast is {contrast} en moet minstens {needed} "
        "zijn. Neem {shade}: dat lijkt er het meest op."
    )


def demand_contrast(name: str, colour: str) -> None:
    """`name` is a field of `HouseStyle`. Raises `TooLight` and `NotAColour`."""
    needed, _proposed = NEEDED[name]
    measured = contrast(WHITE, read_hex(colour))
    if measured < needed:
        raise TooLight(
            colour=colour,
            contrast=written(measured),
            needed=written(needed),
            shade=nearest_good(name, colour),
        )


def nearest_good(name: str, colour: str) -> str:
    """Itself when it will do. Raises `NotAColour`."""
    needed, proposed = NEEDED[name]
    chosen = read_hex(colour)
    return (
        chosen if contrast(WHITE, chosen) >= needed else nearest_readable(chosen, needed=proposed)
    )
