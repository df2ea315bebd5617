"""A zaak with what comes along in one answer, as Zaken 1.5.1 and Catalogi 1.3.1 write it."""

from datetime import date
from typing import Annotated, Generic, TypeVar

from pydantic import Field

from plein.gateways.shape import Code, Shape
from plein.gateways.zgw.parts import MaybeEmpty, MaybeNothing, Moment, Url, Words

R = TypeVar("R")
PERSON, INITIATOR, EXTERNAL = "natuurlijk_persoon", "initiator", "extern"


class StatusType(Shape):
    url: Url
    omschrijving: Words = ""
    statustekst: Words = ""  # for the initiator
    volgnummer: int
    isEindstatus: bool = False


class ZaakType(Shape):
    url: Url
    omschrijving: Words
    onderwerp: Words = ""
    indicatieInternOfExtern: Code


class _WithStatusType(Shape):
    statustype: Annotated[StatusType | None, MaybeEmpty] = None


class Status(Shape):
    url: Url
    statustype: Url
    datumStatusGezet: Moment
    expand: Annotated[_WithStatusType | None, MaybeEmpty] = Field(None, alias="_expand")


class ResultaatType(Shape):
    omschrijving: Words = ""


class _WithResultaatType(Shape):
    resultaattype: Annotated[ResultaatType | None, MaybeEmpty] = None


class Resultaat(Shape):
    toelichting: Words = ""
    expand: Annotated[_WithResultaatType | None, MaybeEmpty] = Field(None, alias="_expand")


class Betrokkene(Shape):
    inpBsn: Annotated[Code | None, MaybeEmpty] = None


class Rol(Shape):
    betrokkeneType: Words = ""
    omschrijvingGeneriek: Words = ""
    betrokkeneIdentificatie: Annotated[Betrokkene | None, MaybeEmpty] = None


class _WithZaak(Shape):
    zaaktype: Annotated[ZaakType | None, MaybeEmpty] = None
    status: Annotated[Status | None, MaybeEmpty] = None
    resultaat: Annotated[Resultaat | None, MaybeEmpty] = None
    rollen: Annotated[list[Rol] | None, MaybeEmpty] = None


class Opschorting(Shape):
    indicatie: bool = False
    reden: Words = ""


class Zaak(Shape):
    url: Url
    identificatie: Words = ""
    omschrijving: Words = ""
    zaaktype: Url
    startdatum: date
    einddatum: date | None = None
    einddatumGepland: date | None = None
    uiterlijkeEinddatumAfdoening: date | None = None
    vertrouwelijkheidaanduiding: Code
    opschorting: Annotated[Opschorting | None, MaybeEmpty] = None
    status: Annotated[Url | None, MaybeEmpty] = None
    expand: Annotated[_WithZaak, MaybeNothing] = Field(_WithZaak(), alias="_expand")

    @property
    def is_external(self) -> bool:
        kind = self.expand.zaaktype
        return kind is not None and kind.indicatieInternOfExtern == EXTERNAL

    @property
    def initiators(self) -> frozenset[str]:
        """The BSNs of who asked. Nothing here is shown or kept."""
        return frozenset(
            role.betrokkeneIdentificatie.inpBsn
            for role in self.expand.rollen or ()
            if (role.betrokkeneType, role.omschrijvingGeneriek) == (PERSON, INITIATOR)
            and role.betrokkeneIdentificatie
            and role.betrokkeneIdentificatie.inpBsn
        )


class Paged(Shape, Generic[R]):
    count: int
    next: Annotated[Url | None, MaybeEmpty] = None
    results: tuple[R, ...]


Zaken = Paged[Zaak]
Statussen = Paged[Status]
StatusTypen = Paged[StatusType]
