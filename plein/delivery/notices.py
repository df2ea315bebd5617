"""What we send word of. The words name the matter and what it is; never what stands in it."""

import re
from datetime import date

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class Notice(models.TextChoices):
    RECEIPT = "ontvangst", gettext_lazy("wij hebben ontvangen wat u stuurde")
    TASK = "opdracht", gettext_lazy("er staat een opdracht voor u klaar")
    SIGNATURE = "handtekening", gettext_lazy("er staat een handtekening voor u klaar")
    MESSAGE = "bericht", gettext_lazy("er staat een bericht voor u klaar")
    APPOINTMENT = "afspraak", gettext_lazy("uw afspraak is veranderd")
    DECISION = "besluit", gettext_lazy("er staat een besluit voor u klaar")
    LONGER = "verlenging", gettext_lazy("wij hebben meer tijd nodig om te beslissen")
    ENDS = "stopt", gettext_lazy("iets dat u krijgt, stopt")
    REMINDER = "herinnering", gettext_lazy("u moet nog iets doen")
    TOMORROW = "morgen", gettext_lazy("u hebt morgen een afspraak")
    PAYMENT = "betaling", gettext_lazy("u krijgt geld, zie hoeveel en wanneer")
    HELPED = "geholpen", gettext_lazy("uw helper bestelde of annuleerde iets voor u")
    BUDGET = "budget", gettext_lazy("u hebt nog budget, zie tot wanneer u het kunt gebruiken")
    STOCK = "weer er", gettext_lazy("wat u zocht in de winkel, is er weer")


LEGAL = frozenset(
    {Notice.DECISION, Notice.LONGER, Notice.ENDS}
)  # unread for too long: on paper (Awb 3:41)
NOT_AT_NIGHT = frozenset(
    {Notice.REMINDER, Notice.TOMORROW, Notice.PAYMENT, Notice.BUDGET, Notice.STOCK}
)
ON_SCREEN = frozenset(
    {Notice.RECEIPT, Notice.PAYMENT, Notice.BUDGET, Notice.HELPED, Notice.STOCK}
)  # by mail only to who has one
ABBREVIATION = 4  # letters at most


def subject_of(notice: Notice, matter: str, day: date | None) -> str:
    """`day` is the last day of what is asked."""
    about = _("Uw aanvraag {matter}").format(matter=_small(matter)) if matter else _("Uw gemeente")
    subject = f"{about}: {notice.label}"
    if day is None:
        return subject
    return _("{subject} (vóór of op {day})").format(subject=subject, day=date_format(day, "j E"))


def _small(matter: str) -> str:
    """In the middle of a sentence; a short first word is an abbreviation, such as Wmo."""
    first = re.match(r"\w*", matter)
    is_word = first is not None and len(first[0]) > ABBREVIATION and matter[1:2].islower()
    return matter[:1].lower() + matter[1:] if is_word else matter
