"""What of cases lies under the key of the municipality; the rest under keys of residents."""

from plein.cases.listening import AUTHORIZATION
from plein.cases.models import Listener
from plein.tenants.key_change import SealedColumn

COLUMNS = (
    SealedColumn(
        Listener.objects.all, "authorization_sealed", AUTHORIZATION, lambda row: str(row.pk)
    ),
)
