"""Providers join and offer products; staff decide about them in `reviewing`."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.actor import Actor
from plein.kernel.iban import read_iban
from plein.kernel.refusal import Refusal
from plein.ledger.actions import open_account
from plein.ledger.models import AccountKind
from plein.tenants.models import Organisation
from plein.webshop.models import (
    Category,
    Fulfilment,
    Product,
    ProductVersion,
    Provider,
    ProviderKind,
    VersionStatus,
)


class ProviderIsKnown(Refusal):
    message = _("Deze aanbieder doet al mee in uw gemeente.")


class CatalogueIsTheirs(Refusal):
    message = _("Deze aanbieder houdt zijn aanbod zelf bij.")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a provider fills in for a product; `photo` is a checked picture (see photos.py)."""

    title: str
    description: str
    category: Category
    price: int  # cents
    fulfilment: Fulfilment
    age_from: int | None = None
    age_until: int | None = None
    stock: int | None = None
    starts_on: date | None = None  # of a course or subscription
    ends_on: date | None = None
    sign_up_until: date | None = None
    needs_name: str = ""  # why; empty where the provider can do without
    photo: bytes | None = None


@transaction.atomic
def admit_provider(
    organisation: Organisation,
    *,
    kind: ProviderKind,
    iban: str,
    address: str = "",
    by: Actor,
    at: datetime,
) -> Provider:
    """Let an organisation sell in this municipality. Raises `ProviderIsKnown`, `NotAnIban`."""
    if Provider.objects.filter(organisation=organisation).exists():
        raise ProviderIsKnown
    provider = Provider(organisation=organisation, kind=kind, iban=read_iban(iban), address=address)
    provider.payable = open_account(AccountKind.TE_BETALEN, provider.pk)
    provider.save()
    organisation.sells_in.add(provider.municipality)
    record("webshop.provider.admitted", on=provider, by=by, at=at)
    return provider


@transaction.atomic
def offer_product(
    provider: Provider, offer: Offer, *, staff: Staff | None = None, by: Actor, at: datetime
) -> ProductVersion:
    """Offer a new product; residents see it once staff approve.

    Of `staff` who do it for a provider, somebody else approves. Raises `CatalogueIsTheirs`.
    """
    _check_kept(provider.pk, staff)
    product = Product.objects.create(provider=provider, stock=offer.stock)
    version = _new_version(product, offer, number=1, staff=staff, at=at)
    record("webshop.product.offered", on=product, by=by, at=at)
    return version


@transaction.atomic
def change_product(
    product: Product, offer: Offer, *, staff: Staff | None = None, by: Actor, at: datetime
) -> ProductVersion:
    """Offer a change; the approved version keeps selling until staff decide.

    The stock is left alone (`set_stock`): a sale while the form was open must not come back.
    Raises `CatalogueIsTheirs` for staff.
    """
    _check_kept(product.provider_id, staff)
    product = Product.objects.select_for_update().get(pk=product.pk)
    waiting = product.versions.filter(status=VersionStatus.SUBMITTED)
    waiting.update(status=VersionStatus.REPLACED)
    last = product.versions.aggregate(last=Max("number"))["last"]
    version = _new_version(product, offer, number=last + 1, staff=staff, at=at)
    record("webshop.product.changed", on=product, by=by, at=at)
    return version


@transaction.atomic
def set_stock(product: Product, stock: int | None, *, by: Actor, at: datetime) -> None:
    """Say how many there are now (None: as many as asked). It needs no approval."""
    Product.objects.filter(pk=product.pk).update(stock=stock)
    record("webshop.product.stocked", on=product, by=by, at=at)


def _check_kept(provider: UUID, staff: Staff | None) -> None:
    """Staff offer only where the provider lets them, and it stays so until this is done."""
    if staff is None:
        return
    if not Provider.objects.select_for_update(no_key=True).get(pk=provider).kept_by_municipality:
        raise CatalogueIsTheirs


def _new_version(
    product: Product, offer: Offer, *, number: int, staff: Staff | None, at: datetime
) -> ProductVersion:
    version = ProductVersion(
        product=product,
        number=number,
        title=offer.title,
        description=offer.description,
        category=offer.category,
        price=offer.price,
        age_from=offer.age_from,
        age_until=offer.age_until,
        fulfilment=offer.fulfilment,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        sign_up_until=offer.sign_up_until,
        needs_name=offer.needs_name,
        submitted_at=at,
        offered_by=staff,
    )
    if offer.photo:
        version.photo.save(f"{version.pk}.webp", ContentFile(offer.photo), save=False)
    elif number > 1:
        version.photo = product.versions.get(number=number - 1).photo
    version.save()
    return version


@transaction.atomic
def withdraw_product(product: Product, *, by: Actor, at: datetime) -> None:
    """Stop selling; what was ordered stays to be handed over."""
    _show(product, withdrawn=True)
    record("webshop.product.withdrawn", on=product, by=by, at=at)


@transaction.atomic
def put_back_product(product: Product, *, by: Actor, at: datetime) -> None:
    """Sell again what was withdrawn."""
    _show(product, withdrawn=False)
    record("webshop.product.put_back", on=product, by=by, at=at)


def _show(product: Product, *, withdrawn: bool) -> None:
    Product.objects.filter(pk=product.pk).update(is_withdrawn=withdrawn)
