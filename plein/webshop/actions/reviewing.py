"""Staff decide what the shop sells: for which schemes, and what a resident pays itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from plein.audit.actions import record
from plein.identity.models import Staff
from plein.kernel.refusal import Refusal
from plein.webshop.models import (
    AssortmentEntry,
    ParticipationStatus,
    Product,
    ProductVersion,
    Provider,
    Scheme,
    VersionStatus,
)
from plein.webshop.provider_mail import tell


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


class ReviewerOfferedIt(Refusal):
    message = _("U maakte dit zelf. Een collega moet het beoordelen.")


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
    """Say no, with a reason that the provider reads and hears by e-mail.

    Raises `AlreadyReviewed`, `ReviewerOfferedIt` and `NoReasonGiven`.
    """
    if not reason.strip():
        raise NoReasonGiven
    version = _waiting(version, by)
    _decide(version, VersionStatus.REJECTED, reason.strip(), by=by, at=at)
    record("webshop.product.rejected", on=version.product, by=by.actor, at=at)
    told = {"title": version.title, "reason": version.review_note}
    tell(version.product.provider, "product_rejected", **told)


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
