"""A budget: money that left the pot for one person or one household."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Household, Member
from plein.ledger.models import Account
from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.webshop.models.schemes import SchemePeriod


class GrantStatus(models.TextChoices):
    ACTIVE = "actief", _("actief")
    BLOCKED = "geblokkeerd", _("geblokkeerd")
    REVOKED = "ingetrokken", _("ingetrokken")
    LAPSED = "vervallen", _("vervallen")


class BlockReason(models.TextChoices):
    """Why a budget cannot be used for now; the resident reads it."""

    LOOKED_INTO = "nagekeken", _("wij kijken uw gegevens na")
    ASKED = "gevraagd", _("u vroeg ons om dit budget stil te zetten")
    LOST = "kwijt", _("iemand anders heeft misschien uw code")


class GrantQuerySet(models.QuerySet["Grant"]):
    def spendable_on(self, day: date) -> "GrantQuerySet":
        return self.filter(
            status=GrantStatus.ACTIVE,
            period__scheme__status="open",
            period__spend_from__lte=day,
            period__spend_until__gt=day,
        )


GrantManager = TenantManager.from_queryset(GrantQuerySet)


class Grant(TenantModel):
    """A toekenning. The budget account holds what is left, the reserve what open orders hold."""

    MOVES = {
        GrantStatus.ACTIVE: {GrantStatus.BLOCKED, GrantStatus.REVOKED, GrantStatus.LAPSED},
        GrantStatus.BLOCKED: {GrantStatus.ACTIVE, GrantStatus.REVOKED, GrantStatus.LAPSED},
        GrantStatus.REVOKED: set(),
        GrantStatus.LAPSED: set(),
    }

    period = models.ForeignKey(SchemePeriod, models.PROTECT, related_name="grants")
    household = models.ForeignKey(Household, models.PROTECT, related_name="grants")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="grants")
    amount = models.BigIntegerField()  # cents, as granted
    carried = models.BigIntegerField(default=0)  # cents that were saved up in the period before
    blocked_because = models.TextField(choices=BlockReason, blank=True)
    reference = models.TextField()  # of the source: the same row never grants twice
    status = models.TextField(choices=GrantStatus, default=GrantStatus.ACTIVE)
    budget = models.OneToOneField(Account, models.PROTECT, related_name="+")
    reserve = models.OneToOneField(Account, models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()
    cut_on = models.DateField(null=True)  # since then it leads to nobody

    objects: ClassVar[GrantManager[Self]] = GrantManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["period", "reference"], name="webshop_grant_once"),
            models.UniqueConstraint(
                fields=["period", "member"],
                condition=Q(status__in=["actief", "geblokkeerd"]),
                name="webshop_one_grant_per_member",
            ),
            models.UniqueConstraint(
                fields=["period", "household"],
                condition=Q(member=None, status__in=["actief", "geblokkeerd"]),
                name="webshop_one_grant_per_household",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="webshop_grant_above_zero"),
            models.CheckConstraint(condition=Q(carried__gte=0), name="webshop_grant_carried"),
            models.CheckConstraint(
                condition=Q(blocked_because="") ^ Q(status="geblokkeerd"),
                name="webshop_blocked_with_a_reason",
            ),
        ]

    def covers(self, member: Member) -> bool:
        """A household's budget is for all its members; a personal one for that person."""
        if self.member_id:
            return self.member_id == member.pk
        return self.household_id == member.household_id
