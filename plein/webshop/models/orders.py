"""Buying: the basket, the order with its lines, and the code to pick up with."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Household, Member, Resident
from plein.ledger.models import Hold
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.catalogue import Product, ProductVersion, Provider
from plein.webshop.models.grants import Grant
from plein.webshop.models.variants import Variant


class BasketLine(TenantModel):
    """Something a resident wants to buy for somebody; no money is touched yet."""

    resident = models.ForeignKey(Resident, models.CASCADE, related_name="basket")
    product = models.ForeignKey(Product, models.CASCADE, related_name="+")
    variant = models.ForeignKey(Variant, models.CASCADE, null=True, related_name="+")
    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    grant = models.ForeignKey(Grant, models.SET_NULL, null=True, related_name="+")  # as chosen
    pieces = models.PositiveSmallIntegerField(default=1)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pieces__gte=1, pieces__lte=10), name="webshop_basket_pieces"
            )
        ]


class OrderedBy(models.TextChoices):
    """In what role somebody ordered; who it was stands in the log."""

    SELF = "zelf", _("zelf")
    HELPER = "helper", _("een helper")
    GUARDIAN = "bewindvoerder", _("de bewindvoerder")
    TOGETHER = "samen", _("samen met een medewerker")


class Order(TenantModel):
    """What a resident ordered at once. Its state follows from its lines."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="orders")
    placed_by = models.ForeignKey(Resident, models.PROTECT, null=True, related_name="orders")
    ordered_by = models.TextField(choices=OrderedBy, default=OrderedBy.SELF)
    number = models.TextField()  # what people say on the phone
    key = models.TextField()  # made when the check page was shown: a double click orders once
    placed_at = models.DateTimeField()
    email_sealed = models.BinaryField(default=b"")  # for this order only; erased 30 days after

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "key"], name="webshop_order_key"),
            models.UniqueConstraint(fields=["municipality", "number"], name="webshop_order_number"),
        ]


class Pickup(TenantModel):
    """The code of one order at one provider. Found by a keyed digest; sealed for its owner."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="pickups")
    provider = models.ForeignKey(Provider, models.PROTECT, related_name="pickups")
    code_index = models.BinaryField()
    code_sealed = models.BinaryField()
    valid_until = models.DateField()  # not in it

    @property
    def last_day(self) -> date:
        return self.valid_until - timedelta(days=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "code_index"], name="webshop_code_once")
        ]


class LineStatus(models.TextChoices):
    AWAITING = "wacht op betaling", _("wacht op betaling")  # of the own share
    RESERVED = "gereserveerd", _("klaar om op te halen")
    HANDED_OVER = "afgehaald", _("opgehaald")
    CANCELLED = "geannuleerd", _("geannuleerd")
    EXPIRED = "verlopen", _("niet opgehaald")
    RETURNED = "geretourneerd", _("teruggebracht")
    REFUSED = "geweigerd", _("kan niet geleverd worden")


# What keeps money held, and a code that may still be needed.
HELD = frozenset({LineStatus.AWAITING, LineStatus.RESERVED})
# What was given back: the money is on the budget again, and it counts for no limit.
GIVEN_BACK = frozenset(
    {LineStatus.CANCELLED, LineStatus.EXPIRED, LineStatus.RETURNED, LineStatus.REFUSED}
)


class OrderLine(TenantModel):
    """One product for one person, at a frozen price, with the money held for it."""

    MOVES = {
        LineStatus.AWAITING: {LineStatus.RESERVED, LineStatus.CANCELLED, LineStatus.EXPIRED},
        LineStatus.RESERVED: {
            LineStatus.HANDED_OVER,
            LineStatus.CANCELLED,
            LineStatus.EXPIRED,
            LineStatus.REFUSED,
        },
        LineStatus.HANDED_OVER: {
            LineStatus.RESERVED,  # undone at the till, the same day
            LineStatus.RETURNED,
        },
        LineStatus.CANCELLED: set(),
        LineStatus.EXPIRED: set(),
        LineStatus.RETURNED: set(),
        LineStatus.REFUSED: set(),
    }

    order = models.ForeignKey(Order, models.PROTECT, related_name="lines")
    pickup = models.ForeignKey(Pickup, models.PROTECT, related_name="lines")
    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    version = models.ForeignKey(ProductVersion, models.PROTECT, related_name="+")
    variant = models.ForeignKey(Variant, models.PROTECT, null=True, related_name="+")
    grant = models.ForeignKey(Grant, models.PROTECT, related_name="lines")
    price = models.BigIntegerField()  # cents, frozen
    contribution = models.BigIntegerField(default=0)  # cents of it, withheld at hand-over
    own_share = models.BigIntegerField(default=0)  # cents of the price that the resident pays
    hold = models.OneToOneField(Hold, models.PROTECT, related_name="+")
    status = models.TextField(choices=LineStatus, default=LineStatus.RESERVED)
    waits_for_provider = models.BooleanField(default=False)  # for its yes or no
    refusal = models.TextField(blank=True)  # why the provider said no; the resident reads it
    name_sealed = models.BinaryField(
        default=b""
    )  # where the product needs it; erased 30 days after
    handed_over_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)  # since when nothing is waited for
    times_undone = models.PositiveSmallIntegerField(default=0)
    instruction = models.ForeignKey(
        "webshop.PaymentInstruction", models.PROTECT, null=True, related_name="lines"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["afgehaald", "geretourneerd"], handed_over_at__isnull=False)
                | (~Q(status__in=["afgehaald", "geretourneerd"]) & Q(handed_over_at=None)),
                name="webshop_line_handed_over",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["wacht op betaling", "gereserveerd"], closed_at=None)
                | (
                    ~Q(status__in=["wacht op betaling", "gereserveerd"])
                    & Q(closed_at__isnull=False)
                ),
                name="webshop_line_closed",
            ),
            models.CheckConstraint(
                condition=Q(instruction=None) | Q(status__in=["afgehaald", "geretourneerd"]),
                name="webshop_paid_when_handed_over",
            ),
            models.CheckConstraint(
                condition=Q(contribution__gte=0, contribution__lte=F("price") - F("own_share")),
                name="webshop_line_contribution",
            ),
            models.CheckConstraint(
                condition=Q(own_share__gte=0, own_share__lt=F("price")),
                name="webshop_line_own_share",
            ),
            models.CheckConstraint(
                condition=~Q(status="geweigerd") | ~Q(refusal=""), name="webshop_refused_why"
            ),
            models.CheckConstraint(
                condition=Q(waits_for_provider=False) | ~Q(status="afgehaald"),
                name="webshop_answered_before_handed_over",
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "handed_over_at"],
                condition=Q(status="afgehaald", instruction=None),
                name="webshop_line_payable",
            )
        ]

    def close(self, status: LineStatus, at: datetime) -> None:
        """It ends, in this status; what we keep for its sake alone goes some time after."""
        self.status, self.closed_at = status, at

    @property
    def for_provider(self) -> int:
        """In cents: the price without the contribution."""
        return self.price - self.contribution

    @property
    def from_budget(self) -> int:
        """The cents that are held on the budget."""
        return self.price - self.own_share
