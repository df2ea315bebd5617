"""Something came back after it was handed over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Staff
from plein.ledger.models import Transfer
from plein.tenants.tenant_model import TenantModel
from plein.webshop.models.orders import OrderLine
from plein.webshop.models.settlement import PaymentInstruction


class ReturnReason(models.TextChoices):
    FAULTY = "kapot", _("het was kapot of niet goed")
    DOES_NOT_FIT = "past niet", _("het past niet")
    NOT_WANTED = "niet nodig", _("de klant wil het toch niet")
    NOT_GIVEN = "ging niet door", _("de les of het uitje ging niet door")
    OTHER = "anders", _("iets anders")


class Return(TenantModel):
    """A retour of one line. Paid before? Then the provider owes us, till a payment sets it off."""

    line = models.OneToOneField(OrderLine, models.PROTECT, related_name="return_of")
    reason = models.TextField(choices=ReturnReason)
    note = models.TextField(blank=True)  # of staff: why they did it
    by_staff = models.ForeignKey(Staff, models.PROTECT, null=True, related_name="+")
    came_back_at = models.DateTimeField()
    on_shelf = models.BooleanField()  # the provider says that it can be sold again
    booked = models.OneToOneField(Transfer, models.PROTECT, related_name="+")
    owed = models.BigIntegerField()  # cents that the provider owes; 0 when it was not paid yet
    instruction = models.ForeignKey(  # in which it is set off
        PaymentInstruction, models.PROTECT, null=True, related_name="returns"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(owed__gte=0), name="webshop_return_owed"),
            models.CheckConstraint(
                condition=Q(instruction=None) | Q(owed__gt=0), name="webshop_return_set_off"
            ),
            models.CheckConstraint(
                condition=Q(by_staff=None) | ~Q(note=""), name="webshop_return_says_why"
            ),
        ]
