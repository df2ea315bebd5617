"""How long a text may stand before somebody looks at it again."""

from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

AMBER_AFTER, OFF_AFTER = timedelta(days=180), timedelta(days=365)


class Freshness(TextChoices):
    GREEN = "green", _("Groen: actueel")
    ORANGE = "orange", _("Oranje: kijk dit na")
    RED = "red", _("Rood: niet meer te zien")


def freshness_on(reviewed_on: date, day: date) -> Freshness:
    """Residents read what is green or orange; what is red has left the site."""
    age = day - reviewed_on
    if age > OFF_AFTER:
        return Freshness.RED
    return Freshness.ORANGE if age > AMBER_AFTER else Freshness.GREEN


def off_on(reviewed_on: date) -> date:
    """The first day on which residents do not see it any more."""
    return reviewed_on + OFF_AFTER + timedelta(days=1)
