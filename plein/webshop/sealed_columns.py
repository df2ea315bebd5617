"""What of the shop lies under the key of the municipality."""

from plein.tenants.key_change import SealedColumn
from plein.webshop.codes import PICKUP, bound_to
from plein.webshop.models import Pickup

COLUMNS = (SealedColumn(Pickup.objects.all, "code_sealed", PICKUP, bound_to),)
