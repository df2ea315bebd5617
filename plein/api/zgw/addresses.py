"""The address of each thing, and ids for what has no row of its own."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.http import HttpRequest

from plein.api.apis import CASES, CATALOGUE, DOCUMENTS

_FREE_BITS = (1 << 128) - 1 ^ (0xF << 76) ^ (0x3 << 62)  # all but version and variant (RFC 9562)


def derived(owner: UUID, name: str) -> UUID:
    """Of a thing that stands in a document: its owner and its key there."""
    return uuid5(owner, name)


def twin(row: UUID, name: str) -> UUID:
    """Of a thing that one row has once; the twin of a twin is the row itself."""
    return UUID(int=row.int ^ (uuid5(NAMESPACE_URL, name).int & _FREE_BITS))


class Addresses:
    """Under the host that was asked."""

    def __init__(self, request: HttpRequest) -> None:
        self._cases = request.build_absolute_uri(CASES.root)
        self._documents = request.build_absolute_uri(DOCUMENTS.root)
        self._catalogue = request.build_absolute_uri(CATALOGUE.root)

    def case(self, resource: str, key: UUID) -> str:
        return f"{self._cases}/{resource}/{key}"

    def document(self, key: UUID) -> str:
        return f"{self._documents}/enkelvoudiginformatieobjecten/{key}"

    def type(self, resource: str, key: UUID) -> str:
        return f"{self._catalogue}/{resource}/{key}"
