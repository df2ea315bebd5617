"""What of the vault lies under the key of the municipality; the rest lies under vaults' keys."""

from plein.tenants.key_change import SealedColumn
from plein.vault.credentials.codes import SHOWING
from plein.vault.keys import WRAP, bound_to
from plein.vault.models import Showing, VaultKey

COLUMNS = (
    SealedColumn(
        VaultKey.objects.all, "wrapped", WRAP, lambda row: bound_to(row.vault_id, row.generation)
    ),
    SealedColumn(Showing.objects.all, "code_sealed", SHOWING, lambda row: str(row.pk)),
)
