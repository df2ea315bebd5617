"""Who waits to be let in, and whose bank account waits for a second pair of eyes."""

from django.db.models import QuerySet

from plein.tenants.models import Organisation
from plein.webshop.models import IbanChange, IbanChangeStatus, Provider, SignUp, SignUpStatus


def sign_ups() -> QuerySet[SignUp]:
    """What waits for staff, the oldest first."""
    return SignUp.objects.filter(status=SignUpStatus.ASKED).order_by("asked_at")


def known_as(kept: SignUp) -> Organisation | None:
    """The organisation with this KvK number that works for a municipality already."""
    return Organisation.objects.filter(kvk=kept.kvk, people__isnull=False).first()


def iban_changes() -> QuerySet[IbanChange]:
    """What waits for approval, the oldest first."""
    waiting = IbanChange.objects.filter(status=IbanChangeStatus.ASKED)
    return waiting.select_related("provider__organisation").order_by("asked_at")


def waiting_iban(provider: Provider) -> IbanChange | None:
    waiting = provider.iban_changes.filter(status=IbanChangeStatus.ASKED)
    return waiting.select_related("asked_by__account").first()
