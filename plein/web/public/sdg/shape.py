"""The feed as data: what `diensten.xsd` and `diensten.schema.json` declare. Nothing personal."""

from typing import Any

from django.urls import reverse

from plein.web.request import PleinRequest
from plein.workflows.sdg import Service, services

Told = dict[str, Any]


def feed(request: PleinRequest) -> Told:
    here = request.municipality
    return {
        "language": "en",
        "municipality": {
            "name": here.name,
            "phone": here.phone,
            "opening_hours": here.opening_hours,
            "address": here.address,
        },
        "services": [told(each, request) for each in services(request.today)],
    }


def told(service: Service, request: PleinRequest) -> Told:
    """`product` is None where the Uniforme Productnamenlijst has no name for it."""
    product = service.product
    return {
        "key": service.slug,
        "title": service.told.heading,
        "dutch_name": service.dutch_name,
        "description": service.told.description,
        "steps": list(service.told.steps),
        "costs": service.told.costs,
        "terms": {
            "text": service.terms,
            "decide_within_days": service.decide_within,
            "may_extend_days": service.may_extend,
        },
        "remedies": {"text": service.remedies, "object_within_days": service.object_within},
        "authority": authority(request),
        "law": list(service.law),
        "product": {"name": product.name, "uri": product.uri} if product else None,
        "page": _address(request, "service", service.slug),
        "apply": _address(request, "case-apply", service.slug),
        "version": service.version,
        "published_at": service.published_at.isoformat(),
    }


def authority(request: PleinRequest) -> str:
    return f"Municipality of {request.municipality.name}"


def _address(request: PleinRequest, name: str, slug: str) -> str:
    return request.build_absolute_uri(reverse(name, args=[slug]))
