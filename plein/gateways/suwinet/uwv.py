"""UWVDossierInkomstenGSD v0200: jobs and wages, and what UWV knows of WW, work and health."""

from plein.gateways.shape import Code, Text
from plein.gateways.suwinet.values import Aantal, Bedrag, Datum, Dossier, Indicatie, Piece, Waarde


class Rechtspersoon(Piece):
    NaamRechtspersoon: Text | None = None


class AdministratieveEenheidElement(Piece):
    """The employer, or the body that pays a benefit, as the tax authority knows it."""

    NaamAdministratieveEenheid: Text | None = None
    Loonheffingennr: Code | None = None
    RechtspersoonAdministratieveEenh: Rechtspersoon | None = None


class InkomstenperiodeElement(Piece):
    """`CdTypeArbeidscontract`: O for onbepaalde tijd, B for bepaalde tijd."""

    DatBIkp: Datum
    DatEIkp: Datum | None = None
    CdSrtIkv: Code | None = None
    CdTypeArbeidscontract: Code | None = None
    IndLoonheffingskortingToegepast: Indicatie = None
    IndRegelmatigArbeidspatroon: Indicatie = None


class InkomstenopgaveElement(Piece):
    """What was paid over one period, mostly a month or four weeks."""

    DatBIko: Datum
    DatEIko: Datum | None = None
    AantSvDagenIko: Aantal | None = None
    AantVerloondeUrenIko: Aantal | None = None
    BedrBrutoloonSv: Bedrag | None = None
    BedrLoonLbPremieVolksverz: Bedrag | None = None
    BedrIngehoudenLbPremieVolksverz: Bedrag | None = None
    BedrVakantietoeslag: Bedrag | None = None
    BedrOpgbRechtVakantietoeslag: Bedrag | None = None
    BedrExtraPrdSalaris: Bedrag | None = None
    BedrInUitkBegrBetAlimentatie: Bedrag | None = None
    BedrRechtstreeksBetAlimentatie: Bedrag | None = None


class InkomstenverhoudingElement(Piece):
    VolgnrIkv: Code | None = None
    AanduidingIkvWerkgever: Code | None = None
    DatBIkv: Datum | None = None
    DatEIkv: Datum | None = None
    AdministratieveEenheid: AdministratieveEenheidElement | None = None
    Inkomstenperiode: tuple[InkomstenperiodeElement, ...] = ()
    Inkomstenopgave: tuple[InkomstenopgaveElement, ...] = ()


class SzWetElement(Piece):
    """WW, WIA, ZW, AOW, ANW, PW ..."""

    CdSzWet: Code


class BrutoUitkeringsbedrElement(Piece):
    """`CdUitkeringsperiode`: 2 a week, 4 four weeks, 6 a month, 7 a quarter, 8 a year."""

    WaardeBedr: Waarde | None = None
    CdUitkeringsperiode: Code | None = None


class UitkeringsperiodeElement(Piece):
    DatBUitkeringsperiode: Datum
    DatEUitkeringsperiode: Datum | None = None
    BrutoUitkeringsbedr: tuple[BrutoUitkeringsbedrElement, ...] = ()


class MaatregelMbtUitkeringElement(Piece):
    DatBMaatregelMbtUitkering: Datum
    DatEMaatregelMbtUitkering: Datum | None = None
    OmsRedenMaatregel: Text | None = None


class UitkeringsverhoudingElement(Piece):
    DatBUitkeringsverhouding: Datum
    DatEUitkeringsverhouding: Datum | None = None
    DatEMaxUitkeringsduur: Datum | None = None
    SzWet: SzWetElement
    Uitkeringsperiode: tuple[UitkeringsperiodeElement, ...] = ()
    MaatregelMbtUitkering: tuple[MaatregelMbtUitkeringElement, ...] = ()


class WerkloosheidClientElement(Piece):
    DatEersteWerkloosheidsdag: Datum


class ArbeidsgeschiktheidClientElement(Piece):
    CdKlasseArbeidsongeschiktheid: Code
    DatBArbeidsongeschiktheid: Datum | None = None


class InschrijvingElement(Piece):
    DatBInschrijving: Datum
    DatEInschrijving: Datum | None = None


class WerkervaringElement(Piece):
    OmsBeroep: Text
    DatBWerkervaring: Datum | None = None
    DatEWerkervaring: Datum | None = None


class UWVWerkElement(Piece):
    Inschrijving: tuple[InschrijvingElement, ...] = ()
    Werkervaring: tuple[WerkervaringElement, ...] = ()


class UwvDossier(Dossier):
    Inkomstenverhouding: tuple[InkomstenverhoudingElement, ...] = ()
    Uitkeringsverhouding: tuple[UitkeringsverhoudingElement, ...] = ()
    WerkloosheidClient: tuple[WerkloosheidClientElement, ...] = ()
    ArbeidsgeschiktheidClient: tuple[ArbeidsgeschiktheidClientElement, ...] = ()
    UWVWerk: UWVWerkElement | None = None
