"""How often, or for how much, something may be bought: rules that staff set per scheme."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantModel
from plein.webshop.ages import age_words
from plein.webshop.models.catalogue import Category, ProductGroup
from plein.webshop.models.schemes import Scheme


class LimitScope(models.TextChoices):
    """Who is counted together."""

    MEMBER = "persoon", _("per persoon")
    HOUSEHOLD = "huishouden", _("per huishouden")


class LimitWindow(models.TextChoices):
    """Over what time is counted."""

    PERIOD = "periode", _("in één periode van de regeling")
    YEAR = "jaar", _("in één kalenderjaar")
    YEARS = "jaren", _("in een aantal jaren")
    ONCE = "altijd", _("in alle jaren samen")


class LimitRule(TenantModel):
    """So many, or so much money, of a group, a category or everything.

    With ages, only what was bought for somebody while that old counts: one bicycle from 6 to 12,
    and another from 13 on, are two rules.
    """

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="limits")
    group = models.ForeignKey(ProductGroup, models.PROTECT, null=True, related_name="limits")
    category = models.TextField(choices=Category, blank=True)
    scope = models.TextField(choices=LimitScope)
    window = models.TextField(choices=LimitWindow)
    years = models.PositiveSmallIntegerField(null=True)
    most = models.PositiveSmallIntegerField(null=True)  # pieces
    most_cents = models.BigIntegerField(null=True)
    age_from = models.PositiveSmallIntegerField(null=True)  # years
    age_until = models.PositiveSmallIntegerField(null=True)  # years, not in it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(most__gt=0, most_cents=None) | Q(most=None, most_cents__gt=0),
                name="webshop_limit_pieces_or_cents",
            ),
            models.CheckConstraint(
                condition=Q(window="jaren", years__gte=1) | (~Q(window="jaren") & Q(years=None)),
                name="webshop_limit_years",
            ),
            models.CheckConstraint(
                condition=Q(scope="persoon") | Q(age_from=None, age_until=None),
                name="webshop_limit_ages_of_a_person",
            ),
            models.CheckConstraint(
                condition=Q(age_from=None) | Q(age_until=None) | Q(age_until__gt=F("age_from")),
                name="webshop_limit_ages",
            ),
            models.CheckConstraint(
                condition=Q(group=None) | Q(category=""), name="webshop_limit_group_or_category"
            ),
        ]

    @property
    def age_words(self) -> str:
        return age_words(self.age_from, self.age_until)
