"""Double entry in whole cents. A transfer is never changed and never removed.

The ledger knows accounts, not budgets or benefits: `owner` is a reference of the app that opened
the account. Only `ledger.actions` writes a balance.
"""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from plein.tenants.models import Municipality
from plein.tenants.scope import current_id
from plein.tenants.tenant_model import TenantManager


class AccountKind(models.TextChoices):
    """What an account means (names as in municipal finance; see docs/glossary.md)."""

    BEGROTING = "begroting"  # source of all money of a municipality
    POT = "pot"  # credit of a scheme's period, not yet granted
    BUDGET = "budget"  # what the subject of a grant can spend
    RESERVERING = "reservering"  # held for open orders
    TE_BETALEN = "te_betalen"  # delivered, to be paid to a provider
    ONDERWEG = "onderweg"  # instructed to the bank, not yet confirmed
    BANK = "bank"  # left the bank
    VORDERING = "vordering"  # a provider owes us after a late return: zero or below
    AANBIEDERSBIJDRAGE = "aanbiedersbijdrage"  # contribution withheld from providers
    EIGEN_BIJDRAGE = "eigen_bijdrage"  # the own share of a resident, through a payment provider
    INWONER_UIT = "inwoner_uit"  # an approved claim, still to be paid to a resident
    LASTEN = "lasten"  # what a law costs in a year
    UITKERING = "uitkering"  # a right of a resident, still to be paid
    VAKANTIETOESLAG = "vakantietoeslag"  # kept for June
    VOORSCHOT = "voorschot"  # paid ahead, to be set off: zero or below
    TE_VEEL = "te_veel"  # paid too much, not decided on yet: zero or below
    SCHULD = "schuld"  # a resident pays back: zero or below
    INHOUDING = "inhouding"  # taken off for somebody else, still to be paid


MAY_BE_NEGATIVE = frozenset(
    {
        AccountKind.BEGROTING,
        AccountKind.BANK,
        AccountKind.VORDERING,
        AccountKind.EIGEN_BIJDRAGE,
        AccountKind.LASTEN,
        AccountKind.VOORSCHOT,
        AccountKind.TE_VEEL,
        AccountKind.SCHULD,
    }
)


class TransferKind(models.TextChoices):
    KREDIET = "krediet"  # begroting -> pot
    TOEKENNEN = "toekennen"  # pot -> budget
    INTREKKEN = "intrekken"  # budget -> pot
    VERVALLEN = "vervallen"  # budget -> pot, at the end of the period
    OVERHEVELEN = "overhevelen"  # budget -> budget of the next period: saving up
    RESERVEREN = "reserveren"  # budget -> reservering
    VRIJGEVEN = "vrijgeven"  # reservering -> budget
    LEVEREN = "leveren"  # reservering -> te betalen, less the contribution
    CLAIM_GOED = "claim_goed"  # reservering -> inwoner uit
    BIJBETALEN = "bijbetalen"  # eigen bijdrage -> te betalen, when it is handed over
    RETOUR_VOOR = "retour_voor"  # te betalen -> budget: a return before it was paid
    RETOUR_NA = "retour_na"  # vordering -> budget: a return after it was paid
    VERREKENEN = "verrekenen"  # te betalen -> vordering
    BETAALOPDRACHT = "betaalopdracht"  # te betalen -> onderweg
    BETAALD = "betaald"  # onderweg -> bank
    VASTSTELLEN = "vaststellen"  # lasten -> uitkering and vakantietoeslag, and what goes off
    HERZIEN = "herzien"  # the difference of a month that was worked out anew
    BEVOORSCHOTTEN = "bevoorschotten"  # voorschot -> uitkering
    TERUGGEBOEKT = "teruggeboekt"  # onderweg or bank -> uitkering
    TERUGVORDEREN = "terugvorderen"  # schuld -> te veel
    AFLOSSEN = "aflossen"  # bank or uitkering -> schuld
    KWIJTSCHELDEN = "kwijtschelden"  # lasten -> schuld
    AFZIEN = "afzien"  # lasten -> te veel or voorschot: it is not asked back
    STORNO = "storno"  # mirror image of one transfer


class OfMunicipality(models.Model):
    id = models.BigAutoField(primary_key=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, default=current_id, related_name="+", db_index=False
    )
    objects: ClassVar[models.Manager[Self]] = TenantManager()

    class Meta:
        abstract = True


class Account(OfMunicipality):
    kind = models.TextField(choices=AccountKind)
    owner = models.TextField(blank=True)
    may_be_negative = models.BooleanField()
    balance = models.BigIntegerField(default=0)  # cents; always the sum of its entries

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "owner"], name="ledger_account_once"
            ),
            models.CheckConstraint(
                condition=Q(may_be_negative=True) | Q(balance__gte=0), name="ledger_not_negative"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["voorschot", "te_veel", "schuld", "vordering"])
                | Q(balance__lte=0),
                name="ledger_not_paid_back_twice",
            ),
        ]


class Transfer(OfMunicipality):
    kind = models.TextField(choices=TransferKind)
    at = models.DateTimeField()
    key = models.TextField()  # the same key never books twice
    reverses = models.OneToOneField("self", models.PROTECT, null=True, related_name="reversed_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="ledger_key_once")
        ]


class Entry(OfMunicipality):
    transfer = models.ForeignKey(Transfer, models.PROTECT, related_name="entries")
    account = models.ForeignKey(Account, models.PROTECT, related_name="entries")
    amount = models.BigIntegerField()  # cents; in is positive, out is negative

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(amount=0), name="ledger_entry_not_empty")
        ]


class Hold(OfMunicipality):
    """Money set apart. It is closed once: posted to others, or given back."""

    source = models.ForeignKey(Account, models.PROTECT, related_name="+")
    reserve = models.ForeignKey(Account, models.PROTECT, related_name="+")
    amount = models.BigIntegerField()  # cents
    opened_by = models.OneToOneField(Transfer, models.PROTECT, related_name="+")
    closed_by = models.OneToOneField(Transfer, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="ledger_hold_amount")]
