"""Parts of a person in the BRP API Personen v2; the names are those of the standard."""

from plein.gateways.brp.dates import BrpDatum
from plein.gateways.brp.in_onderzoek import InOnderzoek
from plein.gateways.shape import Burgerservicenummer, Code, Shape, Text


class Waarde(Shape):
    """A code of a national table, with its words."""

    code: Code | None = None
    omschrijving: Text | None = None


class Part(Shape):
    inOnderzoek: InOnderzoek = frozenset()


class Aanschrijfwijze(Shape):
    naam: Text | None = None


class Adressering(Part):
    """What stands on an envelope and above a letter; a line that is not there is left out."""

    aanhef: Text | None = None
    aanschrijfwijze: Aanschrijfwijze | None = None
    adresregel1: Text | None = None
    adresregel2: Text | None = None
    adresregel3: Text | None = None
    land: Waarde | None = None
    indicatieVastgesteldVerblijftNietOpAdres: bool = False


class Naam(Part):
    voornamen: Text | None = None
    voorvoegsel: Text | None = None
    geslachtsnaam: Text | None = None
    volledigeNaam: Text | None = None


class Geboorte(Part):
    datum: BrpDatum | None = None
    plaats: Waarde | None = None
    land: Waarde | None = None


class Nationaliteit(Part):
    """`type`: Nationaliteit, BehandeldAlsNederlander, Staatloos, NationaliteitOnbekend ..."""

    type: Code
    nationaliteit: Waarde | None = None
    datumIngangGeldigheid: BrpDatum | None = None


class Verblijfstitel(Part):
    aanduiding: Waarde | None = None
    datumIngang: BrpDatum | None = None
    datumEinde: BrpDatum | None = None


class Immigratie(Part):
    datumVestigingInNederland: BrpDatum | None = None
    landVanwaarIngeschreven: Waarde | None = None


class OpschortingBijhouding(Shape):
    """Since when the register no longer follows this person, and why: `O` is death."""

    reden: Waarde | None = None
    datum: BrpDatum | None = None


class Verbintenis(Part):
    datum: BrpDatum | None = None


class Partner(Part):
    """The partner of today, or the last one: then `ontbindingHuwelijkPartnerschap` is there."""

    burgerservicenummer: Burgerservicenummer | None = None
    soortVerbintenis: Waarde | None = None
    naam: Naam | None = None
    geboorte: Geboorte | None = None
    aangaanHuwelijkPartnerschap: Verbintenis | None = None
    ontbindingHuwelijkPartnerschap: Verbintenis | None = None


class Kind(Part):
    burgerservicenummer: Burgerservicenummer | None = None
    naam: Naam | None = None
    geboorte: Geboorte | None = None


class Gezagsdrager(Shape):
    """A parent, another person (`derde`), or the minor."""

    burgerservicenummer: Burgerservicenummer | None = None
    naam: Naam | None = None


class Gezag(Shape):
    """Who decides for one minor.

    `type`: EenhoofdigOuderlijkGezag, GezamenlijkOuderlijkGezag, GezamenlijkGezag, Voogdij,
    TijdelijkGeenGezag or GezagNietTeBepalen.
    """

    type: Code
    minderjarige: Gezagsdrager
    ouder: Gezagsdrager | None = None
    ouders: tuple[Gezagsdrager, ...] = ()
    derde: Gezagsdrager | None = None
    derden: tuple[Gezagsdrager, ...] = ()
    toelichting: Text | None = None
    inOnderzoek: bool = False
