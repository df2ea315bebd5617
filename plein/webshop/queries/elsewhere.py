"""The municipalities in which one organisation sells."""

from plein.tenants.models import Module, Municipality, Organisation
from plein.tenants.scope import within
from plein.webshop.models import Provider


def municipalities_of(organisation: Organisation) -> list[Municipality]:
    """Where it is admitted, by name. The wall stands: one look per municipality with a shop."""
    shops = Municipality.objects.filter(modules__contains=[Module.WEBSHOP]).order_by("name")
    return [place for place in shops if provider_in(place, organisation)]


def provider_in(municipality: Municipality, organisation: Organisation) -> Provider | None:
    with within(municipality):
        return Provider.objects.filter(organisation=organisation, is_admitted=True).first()
