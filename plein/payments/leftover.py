"""Why an entry of the bank was booked nowhere, and how many of those are listed one by one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Why(models.TextChoices):
    AMOUNT = "ander bedrag", _("Het bedrag is anders dan wij vroegen. Bel de bank.")
    AGAIN = "al gelezen", _("Dit was al gelezen. Kijk of de bank het twee keer boekte.")
    AFTER_RETURN = "na terugkomst", _("Dit bedrag was al teruggekomen. Kijk op het afschrift.")
    UNKNOWN = "onbekend", _("Deze betaling kennen wij niet. Kijk op het afschrift.")
    RECEIVED = "ontvangen", _("Ontvangen. Is dit voor een schuld? Schrijf het daar bij.")
    OTHER = "iets anders", _("Geen betaling van een uitkering.")


# An account also has much that is no benefit: of that the count and the sum are enough.
LISTED = dict.fromkeys(Why, 10_000) | {Why.RECEIVED: 1_000, Why.OTHER: 50}
