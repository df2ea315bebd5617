"""KadasterDossierGSD v0300, `PersoonsInfo`: houses and land."""

from plein.gateways.shape import Code, Text
from plein.gateways.suwinet.values import Aantal, Bedrag, Datum, Dossier, Indicatie, Piece


class KadastraleAanduidingElement(Piece):
    CdKadastraleGemeente: Code
    KadastraleGemeentenaam: Text | None = None
    KadastraleSectie: Code
    KadastraalPerceelnr: Code
    VolgnrKadastraalAppartementsrecht: Code | None = None


class StraatadresBagElement(Piece):
    Postcd: Code | None = None
    Woonplaatsnaam: Text | None = None
    Straatnaam: Text | None = None
    Huisnr: Aantal | None = None
    Huisletter: Code | None = None
    Huisnrtoevoeging: Code | None = None


class Locatie(Piece):
    StraatadresBag: StraatadresBagElement


class ZakelijkRechtElement(Piece):
    OmsZakelijkRecht: Text | None = None
    DatEZakelijkRecht: Datum | None = None


class WijzeVerkrijgingEigendomElement(Piece):
    DatVerkrijgingEigendom: Datum | None = None


class OnroerendeZaakElement(Piece):
    KadastraleAanduiding: KadastraleAanduidingElement
    OmsKadastraalObject: Text | None = None
    ZakelijkRecht: tuple[ZakelijkRechtElement, ...] = ()
    LocatieOZ: tuple[Locatie, ...] = ()
    BedrKoopsom: Bedrag | None = None
    JaarAankoop: Aantal | None = None
    WijzeVerkrijgingEigendom: WijzeVerkrijgingEigendomElement | None = None
    IndMeerGerechtigden: Indicatie = None


class EigendomElement(Piece):
    """What somebody has now, or only whether there was something before."""

    IndEigendomOZVerleden: Indicatie = None
    OnroerendeZaak: tuple[OnroerendeZaakElement, ...] = ()


class KadasterDossier(Dossier):
    Eigendom: EigendomElement
