"""RDWDossierGSD v0200: for which vehicles somebody is liable."""

from plein.gateways.shape import Code, Text
from plein.gateways.suwinet.values import Bedrag, Datum, Dossier, Piece


class VoertuigElement(Piece):
    """All but the registration plate comes from the second question, `KentekenInfo`."""

    KentekenVoertuig: Code | None = None
    CdSrtVoertuig: Code | None = None
    MerkVoertuig: Text | None = None
    TypeVoertuig: Text | None = None
    DatEersteInschrijvingVoertuigNat: Datum | None = None
    DatEersteInschrijvingVoertuigInt: Datum | None = None
    BedrCatalogusVoertuig: Bedrag | None = None


class AansprakelijkeElement(Piece):
    DatRegistratieAansprakelijkheid: Datum
    DatEAansprakelijkheid: Datum | None = None
    Voertuig: VoertuigElement | None = None


class RdwDossier(Dossier):
    Aansprakelijke: tuple[AansprakelijkeElement, ...] = ()
