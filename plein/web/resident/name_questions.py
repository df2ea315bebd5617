"""Whose name a provider gets with an order: asked for each product that needs it, and person."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from plein.web.resident.family import Family
from plein.webshop.actions.orders import Choice
from plein.webshop.models import ProductVersion


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """`key` is what its fields are called after; `suggestion` the name that the household chose."""

    key: str
    version: ProductVersion
    suggestion: str

    @property
    def provider(self) -> str:
        return self.version.product.provider.organisation.name


def questions_about(
    choices: Iterable[Choice], versions: Iterable[ProductVersion], family: Family
) -> list[NameQuestion]:
    """One for all pieces of the same kind for the same person."""
    each = {key_of(choice): choice for choice in choices}
    needy = {version.pk: version for version in versions if version.needs_name}
    return [
        NameQuestion(key, needy[choice.version], family.first_name_of(str(choice.member)))
        for key, choice in each.items()
        if choice.version in needy
    ]


def versions_of(choices: Iterable[Choice]) -> QuerySet[ProductVersion]:
    """Of what was sent in, which may be out of the basket by now."""
    versions = ProductVersion.objects.filter(pk__in={choice.version for choice in choices})
    return versions.select_related("product__provider__organisation")


def key_of(choice: Choice) -> str:
    """The budget is not in it: another one leaves what was typed as it is."""
    return f"{choice.version}-{choice.member}-{choice.variant or ''}"
