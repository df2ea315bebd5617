"""With what a resident signs in: both come from the same broker, each asked for by its levels."""

from enum import StrEnum

from plein.gateways.digid.level import Level


class Means(StrEnum):
    """DigiD, or an electronic identity of another country (Verordening (EU) 910/2014, eIDAS)."""

    DIGID = "digid"
    EIDAS = "eidas"

    def uri_of(self, level: Level) -> str:
        """What is asked for as `acr`."""
        return level.uri if self is Means.DIGID else level.eidas_uri
