"""Where an appointment can go from where it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    PROPOSED = "voorgesteld", _("kies een tijd")
    CONFIRMED = "bevestigd", _("staat vast")
    MOVED = "verzet", _("verzet")
    CANCELLED = "afgezegd", _("afgezegd")
    HELD = "gehouden", _("gehouden")
    MISSED = "niet_verschenen", _("niet gekomen")


TAKES_A_PLACE = (State.CONFIRMED, State.HELD, State.MISSED)

MOVES: dict[State, frozenset[State]] = {
    State.PROPOSED: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.CONFIRMED: frozenset({State.MOVED, State.CANCELLED, State.HELD, State.MISSED}),
    State.MOVED: frozenset(),
    State.CANCELLED: frozenset(),
    State.HELD: frozenset(),
    State.MISSED: frozenset(),
}


class Way(models.TextChoices):
    PLACE = "langskomen", _("langskomen")
    PHONE = "bellen", _("wij bellen u")
    VIDEO = "beeldbellen", _("beeldbellen")
