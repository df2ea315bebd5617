"""What a resident pays itself of an order, through a payment provider. No card data with us."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.orders import Order, OrderLine


class PaymentStatus(models.TextChoices):
    OPEN = "open", _("wacht op betaling")
    PAID = "betaald", _("betaald")
    FAILED = "mislukt", _("niet gelukt")
    LAPSED = "verlopen", _("te laat")


class OwnSharePayment(TenantModel):
    """One attempt to pay the own shares of an order. The provider knows it by `reference`."""

    MOVES = {
        PaymentStatus.OPEN: {PaymentStatus.PAID, PaymentStatus.FAILED, PaymentStatus.LAPSED},
        PaymentStatus.FAILED: {PaymentStatus.PAID},  # paid after all: the money goes back
        PaymentStatus.LAPSED: {PaymentStatus.PAID},
        PaymentStatus.PAID: set(),
    }

    order = models.ForeignKey(Order, models.PROTECT, related_name="payments")
    amount = models.BigIntegerField()  # cents
    status = models.TextField(choices=PaymentStatus, default=PaymentStatus.OPEN)
    reference = models.TextField(blank=True)  # of the payment provider; "" until it answered
    page_url = models.TextField(blank=True)  # where the resident pays
    asked_at = models.DateTimeField()
    pay_until = models.DateTimeField()
    paid_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="webshop_own_share_payment"),
            models.CheckConstraint(
                condition=Q(status="betaald", paid_at__isnull=False)
                | (~Q(status="betaald") & Q(paid_at=None)),
                name="webshop_own_share_paid_at",
            ),
            models.UniqueConstraint(
                fields=["order"], condition=Q(status="open"), name="webshop_one_open_payment"
            ),
            models.UniqueConstraint(
                fields=["municipality", "reference"],
                condition=~Q(reference=""),
                name="webshop_payment_reference",
            ),
        ]

    def is_late_at(self, moment: datetime) -> bool:
        return moment >= self.pay_until


class OwnShareRefund(TenantModel):
    """Own share that goes back: of a line that ended, or of a payment that came too late."""

    payment = models.ForeignKey(OwnSharePayment, models.PROTECT, related_name="refunds")
    line = models.OneToOneField(OrderLine, models.PROTECT, null=True, related_name="refund")
    amount = models.BigIntegerField()  # cents
    asked_at = models.DateTimeField()
    reference = models.TextField(blank=True)  # of the payment provider; "" until it took it

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="webshop_own_share_refund"),
            models.UniqueConstraint(
                fields=["payment"], condition=Q(line=None), name="webshop_refunded_whole_once"
            ),
        ]
