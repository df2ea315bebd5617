"""The generic phases of every case; the stations of a journey each belong to one of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    REPORTED = "gemeld", _("gemeld")  # somebody said that they need it (melding)
    RECEIVED = "ontvangen", _("ontvangen")
    IN_REVIEW = "in_behandeling", _("in behandeling")
    WAITING_RESIDENT = "wacht_op_inwoner", _("wacht op de inwoner")
    WAITING_OTHER = "wacht_op_derde", _("wacht op een ander")
    DECIDED = "besloten", _("besloten")
    DONE = "afgerond", _("afgerond")
    WITHDRAWN = "ingetrokken", _("ingetrokken")
    REOPENED = "heropend", _("heropend")


WAITING = frozenset({Phase.WAITING_RESIDENT, Phase.WAITING_OTHER})
OPEN = frozenset({Phase.REPORTED, Phase.RECEIVED, Phase.IN_REVIEW, Phase.REOPENED, *WAITING})
CLOSED = frozenset({Phase.DECIDED, Phase.DONE, Phase.WITHDRAWN})

MOVES: dict[Phase, frozenset[Phase]] = {
    Phase.REPORTED: frozenset({Phase.RECEIVED, Phase.WITHDRAWN}),
    Phase.RECEIVED: frozenset({Phase.IN_REVIEW, Phase.WITHDRAWN}),
    Phase.IN_REVIEW: frozenset({*WAITING, Phase.DECIDED, Phase.WITHDRAWN}),
    Phase.WAITING_RESIDENT: frozenset({Phase.IN_REVIEW, Phase.WAITING_OTHER, Phase.WITHDRAWN}),
    Phase.WAITING_OTHER: frozenset({Phase.IN_REVIEW, Phase.WAITING_RESIDENT, Phase.WITHDRAWN}),
    Phase.DECIDED: frozenset({Phase.DONE}),
    Phase.DONE: frozenset({Phase.REOPENED}),
    Phase.WITHDRAWN: frozenset(),
    Phase.REOPENED: frozenset({Phase.IN_REVIEW, Phase.WITHDRAWN}),
}
