"""A list under a name: kept, and thrown away again."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.cases.models import SavedList
from plein.cases.worklist import Narrowing
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal

MOST = 10


class TooManyLists(Refusal):
    message = _("U hebt al {most} eigen lijsten. Haal er eerst een weg.")


@transaction.atomic
def keep_list(name: str, wanted: Narrowing, *, by: Staff) -> SavedList:
    """A name that is there already gets the new list. Raises `TooManyLists`."""
    Staff.objects.select_for_update().get(pk=by.pk)
    others = SavedList.objects.filter(staff=by).exclude(name=name)
    if others.count() >= MOST:
        raise TooManyLists(most=MOST)
    kept, _is_new = SavedList.objects.update_or_create(
        staff=by, name=name, defaults={"wanted": wanted.as_dict()}
    )
    return kept


def forget_list(list_id: UUID, *, by: Staff) -> None:
    """Of oneself only; one that is gone is no mistake."""
    SavedList.objects.filter(staff=by, pk=list_id).delete()
