"""DUODossierPersoonGSD v0300 and DUODossierStudiefinancieringGSD v0200."""

from plein.gateways.shape import Code, Shape, Text
from plein.gateways.suwinet.values import Datum, Dossier, Indicatie, Piece


class BrinElement(Piece):
    BrinNr: Code


class InhoudOpleiding(Piece):
    NaamOpleidingKortDuo: Text | None = None
    CdNiveauOpleidingDuo: Code | None = None


class DeelnameOpleiding(Piece):
    DatBDeelnameOpleiding: Datum
    DatEDeelnameOpleiding: Datum | None = None
    CdOnderwijsvorm: Code | None = None
    CdLeerwegMbo: Code | None = None
    InhoudDeelnameOpleidingDuo: InhoudOpleiding


class OnderwijsovereenkomstElement(Piece):
    Brin: tuple[BrinElement, ...] = ()
    DatInschrijvingOpleiding: Datum
    DatUitschrijvingOpleiding: Datum | None = None
    DeelnameOpleidingGeregistrDuo: tuple[DeelnameOpleiding, ...] = ()


class DuoPersoon(Dossier):
    IndStartkwalificatieDuo: Indicatie = None
    Onderwijsovereenkomst: tuple[OnderwijsovereenkomstElement, ...] = ()


class StudiefinancieringElement(Piece):
    DatBToekenningsperiodeStufi: Datum
    DatEToekenningsperiodeStufi: Datum | None = None
    CdToekenningBasisbeursStufi: Code | None = None
    IndAanvullendeBeursStufi: Indicatie = None
    IndToekenningWtosVo18: Indicatie = None


class DuoStudiefinanciering(Dossier):
    Studiefinanciering: tuple[StudiefinancieringElement, ...] = ()


class DuoDossier(Shape):
    """What the two services of DUO say together."""

    IndStartkwalificatieDuo: bool | None = None
    Onderwijsovereenkomst: tuple[OnderwijsovereenkomstElement, ...] = ()
    Studiefinanciering: tuple[StudiefinancieringElement, ...] = ()

    @classmethod
    def of(cls, person: DuoPersoon | None, grants: DuoStudiefinanciering | None) -> "DuoDossier":
        return cls(
            IndStartkwalificatieDuo=person.IndStartkwalificatieDuo if person else None,
            Onderwijsovereenkomst=person.Onderwijsovereenkomst if person else (),
            Studiefinanciering=grants.Studiefinanciering if grants else (),
        )
