"""SVBDossierPersoonGSD v0200: AOW, Anw, and kinderbijslag per child."""

from plein.gateways.shape import Burgerservicenummer, Code, Text
from plein.gateways.suwinet.uwv import BrutoUitkeringsbedrElement, SzWetElement
from plein.gateways.suwinet.values import Datum, Dossier, Indicatie, Piece, Waarde


class SpecifiekeGegevensKinderbijslagElement(Piece):
    CdWoonsituatieKind: Code | None = None
    CdLandVerblijfKind: Code | None = None


class KindElement(Piece):
    Burgerservicenr: Burgerservicenummer | None = None
    Voornamen: Text | None = None
    Voorvoegsel: Text | None = None
    SignificantDeelVanDeAchternaam: Text | None = None
    Geboortedat: Datum
    IndKinderbijslag: Indicatie = None
    SpecifiekeGegevensKinderbijslag: SpecifiekeGegevensKinderbijslagElement | None = None


class SpecifiekeGegevensAowElement(Piece):
    IndPartnertoeslagAow: Indicatie = None
    PercToegekendeAow: Code | None = None


class NettoUitkeringsbedrElement(Piece):
    WaardeBedr: Waarde | None = None
    CdUitkeringsperiode: Code | None = None


class UitkeringsperiodeElement(Piece):
    DatBUitkeringsperiode: Datum
    DatEUitkeringsperiode: Datum | None = None
    SpecifiekeGegevensAow: SpecifiekeGegevensAowElement | None = None
    BrutoUitkeringsbedr: tuple[BrutoUitkeringsbedrElement, ...] = ()
    NettoUitkeringsbedr: tuple[NettoUitkeringsbedrElement, ...] = ()


class UitkeringsverhoudingElement(Piece):
    DatBUitkeringsverhouding: Datum
    DatEUitkeringsverhouding: Datum | None = None
    SzWet: SzWetElement
    Uitkeringsperiode: tuple[UitkeringsperiodeElement, ...] = ()


class SvbDossier(Dossier):
    Kind: tuple[KindElement, ...] = ()
    Uitkeringsverhouding: tuple[UitkeringsverhoudingElement, ...] = ()
