"""What a provider is to be paid."""

from django.db.models import Q

from plein.webshop.models import LineStatus

# What came back after it was in a payment stays due: it is owed as well, and set off.
PAYABLE = Q(status=LineStatus.HANDED_OVER) | Q(status=LineStatus.RETURNED, return_of__owed__gt=0)
