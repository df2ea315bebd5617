"""Ask where an address is."""

from plein.gateways.answers import Found, NothingFound
from plein.gateways.deadline import Deadline
from plein.gateways.locatieserver.address import Address
from plein.gateways.locatieserver.types import Antwoord
from plein.gateways.shape import read_json
from plein.gateways.source import PATIENCE_SECONDS, Source
from plein.kernel.geo import Point

_FIELDS = "type,huis_nlt,postcode,centroide_ll"
_ROWS = 20


class LocatieserverClient(Source):
    """The `free` search of Locatieserver v3.1."""

    def find(
        self, address: Address, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[Point] | NothingFound:
        """The one point of this very address: what only looks like it is not found.

        No name and no number of a person goes along; the interface takes no body, so postcode
        and house number stand in the address that is asked. Raises as every source.
        """
        query = {
            "q": f"{address.postcode} {address.number}",
            "fq": "type:adres",
            "fl": _FIELDS,
            "rows": str(_ROWS),
        }
        body = self._get_json("free", query, deadline=Deadline.after(timeout))
        same = {
            one.point()
            for one in read_json(Antwoord, body).response.docs
            if one.type == "adres" and address.is_at(one.postcode or "", one.huis_nlt or "")
        }
        return Found(same.pop()) if len(same) == 1 else NothingFound()
