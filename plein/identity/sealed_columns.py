"""What of people and sign-in lies under the key of their municipality."""

from plein.identity.application import SECRET, Application
from plein.identity.digid import DIGID
from plein.identity.keys import WRAP, bound_to
from plein.identity.mandate_label import LABEL
from plein.identity.models import Household, Mandate, Resident
from plein.tenants.key_change import SealedColumn
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id

COLUMNS = (
    SealedColumn(Resident.objects.all, "data_key", WRAP, lambda row: bound_to(row.pk)),
    SealedColumn(Household.objects.all, "data_key", WRAP, lambda row: bound_to(row.pk)),
    SealedColumn(Mandate.objects.all, "label_sealed", LABEL, lambda row: str(row.pk)),
    SealedColumn(Application.objects.all, "secret_sealed", SECRET, lambda row: str(row.pk)),
    SealedColumn(
        lambda: Municipality.objects.filter(pk=current_id()), "digid_key", DIGID, lambda _row: DIGID
    ),
)
