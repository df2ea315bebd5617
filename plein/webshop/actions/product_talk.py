"""Provider and staff talk about one product: why it was rejected, a question about the photo."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.webshop.models import Product, ProductMessage
from plein.webshop.provider_mail import tell

LONGEST = 1000  # characters


class NothingSaid(Refusal):
    message = _("Schrijf hier uw bericht.")


class TooMuchSaid(Refusal):
    message = _("Maak uw bericht korter: hoogstens 1.000 letters.")


@transaction.atomic
def say(
    product: Product, text: str, *, key: UUID, staff: Staff | None = None, by: Actor, at: datetime
) -> ProductMessage:
    """Say something, as the provider or as staff; the same key says it once.

    Of the first message of staff that is unread the provider hears by e-mail. Raises
    `NothingSaid` and `TooMuchSaid`.
    """
    words = "\n".join(text.strip().splitlines())
    if not words:
        raise NothingSaid
    if len(words) > LONGEST:
        raise TooMuchSaid
    said, is_new = ProductMessage.objects.get_or_create(
        product=product, key=key, defaults={"staff": staff, "text": words, "sent_at": at}
    )
    if is_new:
        record("webshop.product.message", on=said, by=by, at=at)
        if staff and not _waits_already(said):
            title = product.versions.latest("number").title
            tell(product.provider, "product_message", title=title)
    return said


def _waits_already(said: ProductMessage) -> bool:
    of_staff = ProductMessage.objects.filter(product=said.product, read_at=None)
    return of_staff.exclude(staff=None).exclude(pk=said.pk).exists()


def mark_read(seen: Iterable[ProductMessage], *, at: datetime) -> None:
    """What stood on the page of the other side; the moment stays that of its first reading."""
    if new := [message.pk for message in seen if message.read_at is None]:
        ProductMessage.objects.filter(pk__in=new, read_at=None).update(read_at=at)
