"""What of payments lies under the key of the municipality: the files for the bank."""

from plein.payments.models import RunFile
from plein.payments.models.runs import FILE
from plein.tenants.key_change import SealedColumn

COLUMNS = (SealedColumn(RunFile.objects.all, "content_sealed", FILE, lambda row: str(row.pk)),)
