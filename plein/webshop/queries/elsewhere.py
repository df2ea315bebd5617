"""The municipalities in which one organisation sells."""

from django.db.models import QuerySet

from plein.tenants.models import Module, Municipality, Organisation
from plein.tenants.scope import within
from plein.webshop.models import Provider


def municipalities_of(organisation: Organisation) -> QuerySet[Municipality]:
    """By name, of those that have a shop."""
    return organisation.sells_in.filter(modules__contains=[Module.WEBSHOP]).order_by("name")


def provider_in(municipality: Municipality, organisation: Organisation) -> Provider | None:
    with within(municipality):
        return Provider.objects.filter(organisation=organisation, is_admitted=True).first()
