"""Where somebody lives, in the BRP API Personen v2."""

from plein.gateways.brp.dates import BrpDatum
from plein.gateways.brp.parts import Part, Waarde
from plein.gateways.shape import Code, Text

_BRIEFADRES = "B"


class Verblijfadres(Part):
    officieleStraatnaam: Text | None = None
    korteStraatnaam: Text | None = None
    huisnummer: int | None = None
    huisletter: Code | None = None
    huisnummertoevoeging: Code | None = None
    aanduidingBijHuisnummer: Waarde | None = None
    postcode: Code | None = None
    woonplaats: Text | None = None
    locatiebeschrijving: Text | None = None  # of a `Locatie`: a houseboat, a caravan
    regel1: Text | None = None  # the lines of a `VerblijfplaatsBuitenland`
    regel2: Text | None = None
    regel3: Text | None = None
    land: Waarde | None = None


class Verblijfplaats(Part):
    """`type`: Adres, Locatie, VerblijfplaatsBuitenland or VerblijfplaatsOnbekend."""

    type: Code
    verblijfadres: Verblijfadres | None = None
    functieAdres: Waarde | None = None
    adresseerbaarObjectIdentificatie: Code | None = None
    nummeraanduidingIdentificatie: Code | None = None
    datumVan: BrpDatum | None = None
    indicatieVastgesteldVerblijftNietOpAdres: bool = False

    @property
    def is_briefadres(self) -> bool:
        """Mail goes here; the person does not live here (Wet BRP art. 2.23)."""
        return self.functieAdres is not None and self.functieAdres.code == _BRIEFADRES
