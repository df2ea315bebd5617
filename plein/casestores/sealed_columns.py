"""What of case stores lies under the key of the municipality; the rest under keys of residents."""

from plein.casestores.connecting import SECRET
from plein.casestores.models import CaseStore
from plein.tenants.key_change import SealedColumn

COLUMNS = (SealedColumn(CaseStore.objects.all, "secret_sealed", SECRET, lambda row: str(row.pk)),)
