"""A product is offered once more, in another municipality where the same organisation sells."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.kernel.actor import Actor
from plein.kernel.refusal import Refusal
from plein.tenants.models import Municipality
from plein.tenants.scope import current_id, within
from plein.webshop.actions.catalogue import Offer, offer_product
from plein.webshop.actions.variants import keep_variant
from plein.webshop.models import Category, Fulfilment, ProductVersion
from plein.webshop.queries.elsewhere import provider_in


class NotSoldThere(Refusal):
    message = _("U doet in deze gemeente niet mee.")


@transaction.atomic
def copy_product(
    version: ProductVersion, to: Municipality, *, by: Actor, at: datetime
) -> ProductVersion:
    """Offer the same there, as a new product that waits for review. Raises `NotSoldThere`."""
    provider = provider_in(to, version.product.provider.organisation)
    if provider is None or to.pk == current_id():
        raise NotSoldThere
    offer = _offer(version)
    kinds = list(version.product.variants.filter(is_withdrawn=False))
    with within(to):
        copy = offer_product(provider, offer, by=by, at=at)
        for kind in kinds:
            keep_variant(copy.product, kind.name, kind.stock, by=by, at=at)
        return copy


def _offer(version: ProductVersion) -> Offer:
    photo = None
    if version.photo:
        with version.photo.open("rb") as file:
            photo = file.read()
    return Offer(
        title=version.title,
        description=version.description,
        category=Category(version.category),
        price=version.price,
        fulfilment=Fulfilment(version.fulfilment),
        age_from=version.age_from,
        age_until=version.age_until,
        stock=version.product.stock,
        starts_on=version.starts_on,
        ends_on=version.ends_on,
        sign_up_until=version.sign_up_until,
        needs_name=version.needs_name,
        photo=photo,
    )
