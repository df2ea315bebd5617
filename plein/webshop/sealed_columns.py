"""What of the shop lies under the key of the municipality."""

from django.db.models import QuerySet

from plein.tenants.key_change import SealedColumn
from plein.webshop.codes import PICKUP, bound_to
from plein.webshop.models import Pickup, SettlementBatch
from plein.webshop.models.settlement import FILE


def _files() -> QuerySet[SettlementBatch]:
    """A batch that waits, or of which nothing is paid, has none."""
    return SettlementBatch.objects.exclude(file_sealed=b"")


COLUMNS = (
    SealedColumn(Pickup.objects.all, "code_sealed", PICKUP, bound_to),
    SealedColumn(_files, "file_sealed", FILE, lambda row: str(row.pk)),
)
