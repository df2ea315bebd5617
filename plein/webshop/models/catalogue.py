"""What there is to buy: providers, their products in versions, and the assortment of a scheme."""

from datetime import date
from typing import ClassVar, Self

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.kernel.period import age_on
from plein.ledger.models import Account
from plein.tenants.models import Organisation
from plein.tenants.tenant_model import TenantManager, TenantModel
from plein.webshop.ages import age_words
from plein.webshop.models.schemes import Scheme


class ProviderKind(models.TextChoices):
    SHOP = "winkel", _("winkel")
    CLUB = "club", _("vereniging of club")


class Provider(TenantModel):
    """An organisation that sells in this municipality."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="providers")
    kind = models.TextField(choices=ProviderKind)
    iban = models.TextField()
    address = models.TextField(blank=True)
    is_admitted = models.BooleanField(default=True)
    checks_orders = models.BooleanField(default=False)  # says yes or no before it is handed over
    kept_by_municipality = models.BooleanField(default=False)  # staff may offer for it
    payable = models.ForeignKey(Account, models.PROTECT, related_name="+")  # te betalen

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "organisation"], name="webshop_provider_once"
            )
        ]

    def __str__(self) -> str:
        return self.organisation.name


class Category(models.TextChoices):
    SPORT = "sport", _("Sport")
    SCHOOL = "school", _("School")
    OUT = "uit", _("Uitjes en muziek")
    BIKE = "fiets", _("Fiets en spelen")
    CLOTHES = "kleding", _("Kleding")
    ENERGY = "energie", _("Energie besparen")
    COMPUTER = "computer", _("Computer en printer")


class Fulfilment(models.TextChoices):
    PICKUP = "ophalen", _("Ophalen in de winkel")
    DELIVERY = "bezorgen", _("Thuis bezorgd")
    VOUCHER = "code", _("U krijgt een code")
    COURSE = "cursus", _("Cursus of les")
    SUBSCRIPTION = "abonnement", _("Abonnement of lidmaatschap")


class ProductGroup(TenantModel):
    """What products of several providers have in common for a limit: a laptop, a bicycle."""

    name = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="webshop_group_name")
        ]

    def __str__(self) -> str:
        return self.name


class Product(TenantModel):
    """Something a provider offers. What residents see stands in its versions."""

    provider = models.ForeignKey(Provider, models.PROTECT, related_name="products")
    group = models.ForeignKey(ProductGroup, models.PROTECT, null=True, related_name="products")
    stock = models.PositiveIntegerField(null=True)  # None: as many as asked
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stock=None) | Q(stock__gte=0), name="webshop_stock_not_negative"
            )
        ]


class VersionStatus(models.TextChoices):
    SUBMITTED = "ingediend", _("wacht op controle")
    APPROVED = "goedgekeurd", _("goedgekeurd")
    REJECTED = "afgewezen", _("afgewezen")
    REPLACED = "vervangen", _("vervangen")


class ProductVersion(TenantModel):
    """What is sold, as it was approved. A change makes a new version; an order keeps its own."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.TextField()
    description = models.TextField()
    category = models.TextField(choices=Category)
    price = models.BigIntegerField()  # cents
    age_from = models.PositiveSmallIntegerField(null=True)  # years
    age_until = models.PositiveSmallIntegerField(null=True)  # years, not in it
    fulfilment = models.TextField(choices=Fulfilment)
    starts_on = models.DateField(null=True)  # of a course or subscription
    ends_on = models.DateField(null=True)  # the last day of it
    sign_up_until = models.DateField(null=True)  # the last day to buy it
    photo = models.ImageField(upload_to="producten", blank=True)
    needs_name = models.TextField(blank=True)  # why the provider must know the name; mostly not
    status = models.TextField(choices=VersionStatus, default=VersionStatus.SUBMITTED)
    submitted_at = models.DateTimeField()
    offered_by = models.ForeignKey(
        Staff, models.PROTECT, null=True, related_name="+"
    )  # None: the provider
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    review_note = models.TextField(blank=True)
    words = models.GeneratedField(  # what is searched, stemmed once and not at each search
        expression=SearchVector("title", "description", config="dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["municipality", "category"],
                condition=Q(status="goedgekeurd"),
                name="webshop_version_for_sale",
            ),
            models.Index(
                fields=["municipality", "reviewed_at", "id"],
                condition=Q(status="goedgekeurd"),
                name="webshop_version_newest",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["product", "number"], name="webshop_version_number"),
            models.UniqueConstraint(
                fields=["product"],
                condition=Q(status="goedgekeurd"),
                name="webshop_one_version_for_sale",
            ),
            models.CheckConstraint(condition=Q(price__gt=0), name="webshop_price_above_zero"),
            models.CheckConstraint(
                condition=Q(age_from=None) | Q(age_until=None) | Q(age_until__gt=F("age_from")),
                name="webshop_version_ages",
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None, ends_on=None)
                | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="webshop_version_days",
            ),
            models.CheckConstraint(
                condition=~Q(fulfilment="cursus") | Q(starts_on__isnull=False),
                name="webshop_course_has_days",
            ),
            models.CheckConstraint(
                condition=Q(offered_by=None)
                | Q(status__in=["ingediend", "vervangen"], reviewed_by=None)
                | (Q(reviewed_by__isnull=False) & ~Q(reviewed_by=F("offered_by"))),
                name="webshop_version_four_eyes",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def photo_url(self) -> str:
        return f"/media/{self.photo.name}" if self.photo else ""

    @property
    def age_words(self) -> str:
        return age_words(self.age_from, self.age_until)

    def is_open_on(self, day: date) -> bool:
        """Whether one can still sign up: before the last day to, or else before it is over."""
        last = self.sign_up_until or self.ends_on
        return last is None or day <= last

    def suits(self, birth_month: date | None, day: date) -> bool:
        """Whether the age limits let this person have it; an unknown age is not held back."""
        if birth_month is None:
            return True
        age = age_on(day, birth_month)
        return (self.age_from or 0) <= age and (self.age_until is None or age < self.age_until)


class AssortmentQuerySet(models.QuerySet["AssortmentEntry"]):
    def on_offer(self) -> "AssortmentQuerySet":
        """Of providers that take part in the scheme now."""
        return self.filter(
            product__provider__participations__scheme=F("scheme"),
            product__provider__participations__status="toegelaten",
        )


AssortmentManager = TenantManager.from_queryset(AssortmentQuerySet)


class AssortmentEntry(TenantModel):
    """This product may be bought with this scheme's budgets."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="assortment")
    product = models.ForeignKey(Product, models.PROTECT, related_name="assortment")
    own_share = models.BigIntegerField(default=0)  # cents that the resident always pays
    scheme_share = models.BigIntegerField(null=True)  # cents that a budget pays at most

    objects: ClassVar[AssortmentManager[Self]] = AssortmentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "product"], name="webshop_assortment_once"),
            models.CheckConstraint(
                condition=Q(own_share__gte=0) & (Q(scheme_share=None) | Q(scheme_share__gt=0)),
                name="webshop_assortment_shares",
            ),
        ]

    def own_share_of(self, price: int) -> int:
        """The cents of this price that no budget pays; a budget always pays at least one."""
        above = price - self.scheme_share if self.scheme_share else 0
        return min(max(self.own_share, above), price - 1)
