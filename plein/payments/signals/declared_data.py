"""The closed list of what a signal may look at. What is not here, no signal can read.

Nothing of who somebody is stands in it: no nationality, country of birth, gender, age, place, name
or language (AVG art. 9 and 22; Grondwet art. 1). A test refuses to let it in.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Data(models.TextChoices):
    SHOWN_WAGE = "getoond loon", _("het loon van UWV dat op het formulier stond")
    TOLD_INCOME = "opgave", _("wat over de maand is doorgegeven")
    ASKED = "gevraagde opgave", _("of er een opgave is gevraagd en doorgegeven")
    HOUSEHOLD = "huishouden", _("wie bij de gemeente in één huishouden staan")
    COUNTED = "met wie gerekend", _("met wie de uitkering rekent")
    PAID = "betaald", _("wat is betaald en wat eraf ging")
    DEBTS = "schulden", _("wat nog aan de gemeente wordt terugbetaald")
    DEDUCTIONS = "inhoudingen", _("wat uit de uitkering aan anderen wordt betaald")
