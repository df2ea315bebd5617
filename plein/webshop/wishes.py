"""What a resident wants, re-read and checked under lock: may it be bought from this grant?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from plein.identity.models import Household, Member, Resident
from plein.identity.queries import visible_members
from plein.kernel.refusal import Refusal
from plein.webshop.models import (
    AssortmentEntry,
    Grant,
    GrantStatus,
    Product,
    ProductVersion,
    Variant,
    VersionStatus,
)


class NotForSale(Refusal):
    message = _("{title} is veranderd of niet meer te koop. Haal het uit uw winkelmand.")


class NotYours(Refusal):
    message = _("Dit kunt u niet bestellen. Begin opnieuw in de winkel.")


class BudgetNotUsable(Refusal):
    message = _("Het budget voor {title} kunt u nu niet gebruiken. Kies een ander budget.")


class NotFromThisBudget(Refusal):
    message = _("{title} hoort niet bij dit budget. Kies een ander budget.")


class AgeDoesNotFit(Refusal):
    message = _("{title} past niet bij de leeftijd. Kies iets anders.")


class VariantNotChosen(Refusal):
    message = _("Kies bij {title} welke soort u wilt. Haal het uit uw winkelmand en kies opnieuw.")


class SignUpIsOver(Refusal):
    message = _("Aanmelden voor {title} kan niet meer. Haal het uit uw winkelmand.")


class NameIsNeeded(Refusal):
    message = _("Voor {title} is een naam nodig. Controleer uw bestelling en vul de naam in.")


class AsChosen(Protocol):
    @property
    def version(self) -> UUID: ...
    @property
    def member(self) -> UUID: ...
    @property
    def grant(self) -> UUID: ...
    @property
    def variant(self) -> UUID | None: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Wish:
    """A line that may be ordered, if its budget carries it."""

    version: ProductVersion
    member: Member
    grant: Grant
    own_share: int = 0  # cents of the price that no budget pays
    variant: Variant | None = None
    name: str = ""  # for the provider

    @property
    def shelf(self) -> Product | Variant:
        """Whose pieces are counted."""
        return self.variant or self.version.product


def read_wishes(
    choices: Sequence[AsChosen], household: Household, resident: Resident, day: date
) -> list[Wish]:
    """Lock the grants and check every line. Five queries, however long the basket is.

    Raises `NotYours`, `NotForSale`, `BudgetNotUsable`, `NotFromThisBudget`, `AgeDoesNotFit`,
    `VariantNotChosen`, `SignUpIsOver` and `NameIsNeeded`.
    """
    members = {member.pk: member for member in visible_members(resident, household, day)}
    grants = _locked_grants({choice.grant for choice in choices}, household)
    versions = _versions({choice.version for choice in choices})
    wishes = []
    for choice in choices:
        try:
            version = versions[choice.version]
            member, grant = members[choice.member], grants[choice.grant]
        except KeyError:
            raise NotYours from None
        variant = _variant(version, choice.variant)
        wishes.append(Wish(version, member, grant, variant=variant, name=choice.name))
    return _checked(wishes, day)


def _variant(version: ProductVersion, chosen: UUID | None) -> Variant | None:
    """The kind that was chosen, where there are kinds."""
    offered = [each for each in version.product.variants.all() if not each.is_withdrawn]
    if chosen is None and offered:
        raise VariantNotChosen(title=version.title)
    found = next((each for each in offered if each.pk == chosen), None)
    if chosen is not None and found is None:
        raise NotForSale(title=version.title)
    return found


def _locked_grants(ids: set[UUID], household: Household) -> dict[UUID, Grant]:
    grants = (
        Grant.objects.select_for_update(of=["self"])
        .filter(pk__in=ids, household=household)
        .select_related("period__scheme")
        .order_by("pk")
    )
    return {grant.pk: grant for grant in grants}


def _versions(ids: set[UUID]) -> dict[UUID, ProductVersion]:
    versions = ProductVersion.objects.filter(pk__in=ids).select_related("product__provider")
    versions = versions.prefetch_related("product__variants")
    return {version.pk: version for version in versions}


def _checked(wishes: Sequence[Wish], day: date) -> list[Wish]:
    """The same wishes, each with its own share, if nothing stands in their way."""
    pairs = {(wish.grant.period.scheme_id, wish.version.product_id) for wish in wishes}
    entries = AssortmentEntry.objects.on_offer().filter(
        scheme_id__in={scheme for scheme, _product in pairs},
        product_id__in={product for _scheme, product in pairs},
    )
    offered = {(entry.scheme_id, entry.product_id): entry for entry in entries}
    for wish in wishes:
        for refusal in _objections(wish, offered.keys(), day):
            raise refusal(title=wish.version.title)
    return [replace(wish, own_share=_own_share(wish, offered)) for wish in wishes]


def _own_share(wish: Wish, offered: Mapping[tuple[UUID, UUID], AssortmentEntry]) -> int:
    entry = offered[wish.grant.period.scheme_id, wish.version.product_id]
    return entry.own_share_of(wish.version.price)


def _objections(
    wish: Wish, offered: Collection[tuple[UUID, UUID]], day: date
) -> Iterator[type[Refusal]]:
    product, grant = wish.version.product, wish.grant
    if (
        wish.version.status != VersionStatus.APPROVED
        or product.is_withdrawn
        or not product.provider.is_admitted
    ):
        yield NotForSale
    if not grant.covers(wish.member) or (wish.name and not wish.version.needs_name):
        yield NotYours
    if grant.status != GrantStatus.ACTIVE or not grant.period.is_spendable_on(day):
        yield BudgetNotUsable
    if (grant.period.scheme_id, product.pk) not in offered:
        yield NotFromThisBudget
    if not wish.version.suits(wish.member.birth_month, day):
        yield AgeDoesNotFit
    if not wish.version.is_open_on(day):
        yield SignUpIsOver
    if wish.version.needs_name and not wish.name:
        yield NameIsNeeded
