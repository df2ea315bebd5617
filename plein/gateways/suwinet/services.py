"""The services of Suwinet-Inlezen that we ask, with the version we speak."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    version: str

    @property
    def namespace(self) -> str:
        return f"http://bkwi.nl/SuwiML/Diensten/{self.name}/{self.version}"

    @property
    def path(self) -> str:
        """Below the address of the broker, as its service definitions give it."""
        return f"{self.name}-{self.version}"


@dataclass(frozen=True, slots=True)
class Operation:
    service: Service
    name: str

    @property
    def question(self) -> str:
        return f"{{{self.service.namespace}}}{self.name}"

    @property
    def answer(self) -> str:
        return f"{{{self.service.namespace}}}{self.name}Response"


_RDW = Service("RDWDossierGSD", "v0200")
UWV = Operation(Service("UWVDossierInkomstenGSD", "v0200"), "UWVPersoonsIkvInfo")
SVB = Operation(Service("SVBDossierPersoonGSD", "v0200"), "SVBPersoonsInfo")
DUO_PERSOON = Operation(Service("DUODossierPersoonGSD", "v0300"), "DUOPersoonsInfo")
DUO_STUDIEFINANCIERING = Operation(
    Service("DUODossierStudiefinancieringGSD", "v0200"), "DUOStudiefinancieringInfo"
)
RDW_PERSOON = Operation(_RDW, "VoertuigbezitInfoPersoon")
RDW_KENTEKEN = Operation(_RDW, "KentekenInfo")
KADASTER = Operation(Service("KadasterDossierGSD", "v0300"), "PersoonsInfo")
BIJSTAND = Operation(Service("Bijstandsregelingen", "v0500"), "BijstandsregelingenInfo")
OPERATIONS = (
    UWV,
    SVB,
    DUO_PERSOON,
    DUO_STUDIEFINANCIERING,
    RDW_PERSOON,
    RDW_KENTEKEN,
    KADASTER,
    BIJSTAND,
)
