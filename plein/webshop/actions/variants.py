"""The kinds of a product: added, renamed, counted and taken away. It needs no approval."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.webshop.models import Product, Variant


class KindExists(Refusal):
    message = _("U hebt twee soorten die {name} heten. Geef elke soort een eigen naam.")


@transaction.atomic
def keep_variant(
    product: Product, name: str, stock: int | None, *, by: Actor, at: datetime
) -> Variant:
    """Add a kind with its pieces. Raises `KindExists`."""
    product = Product.objects.select_for_update().get(pk=product.pk)
    if product.variants.filter(name=name, is_withdrawn=False).exists():
        raise KindExists(name=name)
    kept = Variant.objects.create(
        product=product, name=name, stock=stock, position=product.variants.count()
    )
    record("webshop.variant.added", on=kept, by=by, at=at)
    return kept


@transaction.atomic
def rename_variant(variant: Variant, name: str, *, by: Actor, at: datetime) -> None:
    """Raises `KindExists`."""
    others = Variant.objects.filter(product=variant.product_id, name=name, is_withdrawn=False)
    if others.exclude(pk=variant.pk).exists():
        raise KindExists(name=name)
    Variant.objects.filter(pk=variant.pk).update(name=name)
    record("webshop.variant.renamed", on=variant, by=by, at=at)


@transaction.atomic
def stock_variant(variant: Variant, stock: int | None, *, by: Actor, at: datetime) -> None:
    """Say how many there are now (None: as many as asked)."""
    Variant.objects.filter(pk=variant.pk).update(stock=stock)
    record("webshop.variant.stocked", on=variant, by=by, at=at)


@transaction.atomic
def withdraw_variant(variant: Variant, *, by: Actor, at: datetime) -> None:
    """Stop selling this kind; what was ordered stays to be handed over."""
    Variant.objects.filter(pk=variant.pk).update(is_withdrawn=True)
    record("webshop.variant.withdrawn", on=variant, by=by, at=at)
