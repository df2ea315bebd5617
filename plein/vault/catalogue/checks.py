"""Does the catalogue hang together? Asked each time Plein starts."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error
from pydantic import ValidationError

from plein.vault.catalogue import Catalogue, catalogue

CONNECTORS = {
    "brp_api",
    "brp_bewoning",
    "suwinet_inlezen",
    "vo_rijk",
    "mijnoverheid_inkomen",
    "wallet_oid4vp",
    "eigen_zaken",
    "upload",
    "eigen_opgave",
}


def check_catalogue(**_: Any) -> list[Error]:
    try:
        found = catalogue()
    except ValidationError as problem:
        return [Error(f"The catalogue of the vault has a wrong line: {problem}", id="vault.E001")]
    return [Error(problem, id="vault.E002") for problem in problems(found)]


def problems(found: Catalogue) -> Iterator[str]:
    """Every word that points nowhere, and every set that could not be answered."""
    for key, element in found.elements.items():
        yield from _unknown(key, "basis", element.bases, found.bases)
        yield from _unknown(key, "purpose", element.purposes, found.purposes)
        yield from _unknown(key, "sensitivity", [element.sensitivity], found.sensitivity)
        yield from _unknown(key, "source", [element.source], found.sources)
        yield from _unknown(key, "connector", [element.via], CONNECTORS)
    for key, answer in found.derived.items():
        yield from _unknown(key, "element", answer.sources, found.elements)
    for key, form in found.forms.items():
        yield from _unknown(key, "element", [key], found.elements)
        yield from _unknown(key, "part", form.parts, found.parts)
    for key, bundle in found.bundles.items():
        yield from _unknown(key, "element", bundle.elements, [*found.elements, *found.derived])
        yield from _unknown(key, "purpose", [bundle.purpose], found.purposes)
        yield from _not_for_this(key, found)


def _unknown(key: str, what: str, words: Any, known: Any) -> Iterator[str]:
    for word in words:
        if word not in known:
            yield f"{key}: there is no {what} {word!r} in the catalogue"


def _not_for_this(key: str, found: Catalogue) -> Iterator[str]:
    """A bundle may only ask what its elements may be used for."""
    bundle = found.bundles[key]
    for name in bundle.elements:
        element = found.elements.get(name)
        if element and bundle.purpose not in element.purposes:
            yield f"{key}: {name} may not be used for {bundle.purpose!r}"
