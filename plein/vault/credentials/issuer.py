"""The municipality as issuer: its address."""

from django.conf import settings

from plein.tenants.models import Municipality


def address_of(municipality: Municipality) -> str:
    """Who signs (`iss`): where the municipality is found, without a slash at the end."""
    if settings.HTTPS:
        return f"https://{municipality.host}"
    return f"http://{municipality.host}:{settings.PORT}"
