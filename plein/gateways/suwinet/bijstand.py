"""Bijstandsregelingen v0500: what municipalities paid before, and what is to be paid back."""

from plein.gateways.shape import Code, Text
from plein.gateways.suwinet.uwv import SzWetElement
from plein.gateways.suwinet.values import Aantal, Bedrag, Datum, Dossier, Piece, Waarde


class VorderingElement(Piece):
    """`BedrSaldoVordering` is what is still open."""

    IdentificatienrVordering: Code | None = None
    DatBesluitVordering: Datum | None = None
    CdRedenVordering: Code | None = None
    BedrAanvangVordering: Bedrag | None = None
    CdStatusVordering: Code | None = None
    BedrSaldoVordering: Bedrag | None = None
    SzWet: SzWetElement


class SpecifiekeGegevensBijzBijstandElement(Piece):
    CdClusterBijzBijstand: Code | None = None
    OmsSrtKostenBijzBijstand: Text | None = None
    DatBetaalbaarBijzBijstand: Datum | None = None
    SzWet: SzWetElement


class SpecifiekeGegevensBijstandUitkElement(Piece):
    CdAanleidingEindeBijstandUitk: Code | None = None
    AantKostendelers: Aantal | None = None


class VrijstellingArbeidsplichtElement(Piece):
    CdVrijstellingArbeidsplichtBijst: Code
    DatEVrijstellingArbeidsplicht: Datum | None = None


class NormbedragElement(Piece):
    CdSrtNormbedrag: Code
    WaardeBedr: Waarde


class InkomstenBijstandUitkeringElement(Piece):
    BedrTotaalInkomstenUitkering: Bedrag | None = None
    BedrBetaalbaarGesteldeUitkering: Bedrag | None = None


class UitkeringsperiodeElement(Piece):
    DatBUitkeringsperiode: Datum
    DatEUitkeringsperiode: Datum | None = None
    InkomstenBijstandUitkering: InkomstenBijstandUitkeringElement | None = None
    Normbedrag: tuple[NormbedragElement, ...] = ()


class UitkeringsverhoudingElement(Piece):
    DatBUitkeringsverhouding: Datum
    DatEUitkeringsverhouding: Datum | None = None
    SzWet: SzWetElement
    SpecifiekeGegevensBijstandUitk: SpecifiekeGegevensBijstandUitkElement | None = None
    VrijstellingArbeidsplicht: VrijstellingArbeidsplichtElement | None = None
    Uitkeringsperiode: tuple[UitkeringsperiodeElement, ...] = ()


class BijstandDossier(Dossier):
    Vordering: tuple[VorderingElement, ...] = ()
    SpecifiekeGegevensBijzBijstand: tuple[SpecifiekeGegevensBijzBijstandElement, ...] = ()
    Uitkeringsverhouding: tuple[UitkeringsverhoudingElement, ...] = ()
