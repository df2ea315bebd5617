"""A signed proof of each decision of a resident about sharing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from plein.tenants.tenant_model import TenantModel
from plein.vault.models.recipients import DataUse
from plein.vault.models.sharing import SharingGrant
from plein.vault.models.vaults import Vault


class ReceiptKind(models.TextChoices):
    GIVEN = "gegeven", _("u gaf gegevens")
    PARTLY = "deels_gegeven", _("u gaf een deel van de gegevens")
    REFUSED = "geweigerd", _("u zei nee")
    WITHDRAWN = "ingetrokken", _("u stopte het delen")


class Receipt(TenantModel):
    """A signed proof of an answer, also of a no (ontvangstbewijs): checked without us."""

    vault = models.ForeignKey(Vault, models.PROTECT, related_name="receipts")
    use = models.ForeignKey(DataUse, models.PROTECT, related_name="receipts")
    grant = models.ForeignKey(SharingGrant, models.PROTECT, null=True, related_name="receipts")
    kind = models.TextField(choices=ReceiptKind)
    issued_at = models.DateTimeField()
    jws = models.TextField()  # compact JWS (RFC 7515), ES256; holds keys of elements, no value
