"""Providers join, offer products, and staff decide what the shop sells."""

from collections.abc import Iterable
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
    AssortmentEntry,
    Category,
    Fulfilment,
    ParticipationStatus,
    Product,
    ProductVersion,
    Provider,
    ProviderKind,
    Scheme,
    VersionStatus,
)


class ProviderIsKnown(Refusal):
    message = _("Deze aanbieder doet al mee in uw gemeente.")


class AlreadyReviewed(Refusal):
    message = _("Over dit product is al besloten.")


class NoSchemeChosen(Refusal):
    message = _("Kies bij welke regeling dit product hoort.")


class DoesNotTakePart(Refusal):
    message = _("{provider} doet niet mee aan {scheme}. Laat de aanbieder eerst toe.")


class ShareTooLarge(Refusal):
    message = _("De eigen bijdrage moet minder zijn dan de prijs: het budget betaalt ook iets.")


class NoReasonGiven(Refusal):
    message = _("Schrijf op waarom u dit product afwijst. De aanbieder leest dit.")


class CatalogueIsTheirs(Refusal):
    message = _("Deze aanbieder houdt zijn aanbod zelf bij.")


class ReviewerOfferedIt(Refusal):
    message = _("U maakte dit zelf. Een collega moet het beoordelen.")


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


@dataclass(frozen=True, slots=True)
class Shares:
    """What a resident always pays itself, and what a budget pays at most; both in cents."""

    own: int = 0
    of_scheme: int | None = None


NO_SHARES = Shares()


@transaction.atomic
def approve_product(
    version: ProductVersion,
    schemes: Iterable[Scheme],
    *,
    shares: Shares = NO_SHARES,
    by: Staff,
    at: datetime,
) -> None:
    """Put a version on sale for these schemes, in which its provider takes part.

    An entry of a scheme in which the provider is suspended stays for when that is over.
    Raises `AlreadyReviewed`, `ReviewerOfferedIt`, `NoSchemeChosen`, `DoesNotTakePart` and
    `ShareTooLarge`.
    """
    chosen = list(schemes)
    if not chosen:
        raise NoSchemeChosen
    if shares.own >= version.price or shares.of_scheme == 0:
        raise ShareTooLarge
    version = _waiting(version, by)
    product = version.product
    _check_part(product.provider, chosen)
    product.versions.filter(status=VersionStatus.APPROVED).update(status=VersionStatus.REPLACED)
    _decide(version, VersionStatus.APPROVED, "", by=by, at=at)
    product.assortment.on_offer().exclude(scheme__in=chosen).delete()
    AssortmentEntry.objects.bulk_create(
        (
            AssortmentEntry(
                scheme=scheme,
                product=product,
                own_share=shares.own,
                scheme_share=shares.of_scheme,
            )
            for scheme in chosen
        ),
        update_conflicts=True,
        unique_fields=["scheme", "product"],
        update_fields=["own_share", "scheme_share"],
    )
    record("webshop.product.approved", on=product, by=by.actor, at=at, version=version.number)


def _check_part(provider: Provider, schemes: Iterable[Scheme]) -> None:
    admitted = provider.participations.filter(status=ParticipationStatus.ADMITTED)
    taken = set(admitted.values_list("scheme_id", flat=True))
    for scheme in schemes:
        if scheme.pk not in taken:
            raise DoesNotTakePart(provider=provider, scheme=scheme)


@transaction.atomic
def reject_product(version: ProductVersion, reason: str, *, by: Staff, at: datetime) -> None:
    """Say no, with a reason the provider reads.

    Raises `AlreadyReviewed`, `ReviewerOfferedIt` and `NoReasonGiven`.
    """
    if not reason.strip():
        raise NoReasonGiven
    version = _waiting(version, by)
    _decide(version, VersionStatus.REJECTED, reason.strip(), by=by, at=at)
    record("webshop.product.rejected", on=version.product, by=by.actor, at=at)


def _waiting(version: ProductVersion, by: Staff) -> ProductVersion:
    Product.objects.select_for_update().get(pk=version.product_id)
    version = ProductVersion.objects.select_related("product__provider__organisation").get(
        pk=version.pk
    )
    if version.status != VersionStatus.SUBMITTED:
        raise AlreadyReviewed
    if version.offered_by_id == by.pk:
        raise ReviewerOfferedIt
    return version


def _decide(
    version: ProductVersion, status: VersionStatus, note: str, *, by: Staff, at: datetime
) -> None:
    version.status, version.review_note = status, note
    version.reviewed_by, version.reviewed_at = by, at
    version.save(update_fields=["status", "review_note", "reviewed_by", "reviewed_at"])


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
