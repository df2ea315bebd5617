"""The basket: a note to oneself, in which no money moves."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.identity.models import Member, Resident
from plein.kernel.refusal import Refusal
from plein.webshop.models import BasketLine, Grant, Product, Variant

MOST_LINES = 50
MOST_PIECES = 10


class AlreadyInBasket(Refusal):
    message = _("Dit zit al in uw mandje voor deze persoon. Kies daar hoeveel u er wilt.")


@transaction.atomic
def put_in_basket(
    resident: Resident,
    product: Product,
    member: Member,
    *,
    variant: Variant | None = None,
    at: datetime,
) -> None:
    """Put a product in the basket for somebody; the same product once per person and kind."""
    lines = BasketLine.objects.filter(resident=resident)
    if lines.count() < MOST_LINES:
        lines.get_or_create(
            resident=resident,
            product=product,
            variant=variant,
            member=member,
            defaults={"added_at": at},
        )


@transaction.atomic
def change_line(line: BasketLine, *, member: Member, grant: Grant | None, pieces: int) -> None:
    """For somebody else, from another budget, or more of it. Raises `AlreadyInBasket`.

    A budget that is not for this person is let go: then we propose one again.
    """
    same = BasketLine.objects.filter(
        resident=line.resident, product=line.product, variant=line.variant, member=member
    )
    if same.exclude(pk=line.pk).exists():
        raise AlreadyInBasket
    line.member, line.pieces = member, min(max(pieces, 1), MOST_PIECES)
    line.grant = grant if grant and grant.covers(member) else None
    line.save(update_fields=["member", "grant", "pieces"])


def take_from_basket(line: BasketLine) -> None:
    line.delete()
