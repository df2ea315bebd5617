"""What hangs on a zaak: the relation stands in Zaken, the document itself in Documenten."""

from datetime import date
from typing import Annotated

from pydantic import RootModel

from plein.gateways.shape import Code, Shape
from plein.gateways.zgw.parts import MaybeEmpty, Url, Words

FINAL = frozenset({"definitief", "gearchiveerd"})


class ZaakInformatieObject(Shape):
    informatieobject: Url


class ZaakInformatieObjecten(RootModel[tuple[ZaakInformatieObject, ...]]):
    """Not paged in this standard."""


class InformatieObject(Shape):
    url: Url
    titel: Words
    auteur: Words = ""
    creatiedatum: date
    status: Words = ""
    vertrouwelijkheidaanduiding: Code
    formaat: Words = ""
    bestandsomvang: int | None = None
    inhoud: Annotated[Url | None, MaybeEmpty] = None

    @property
    def is_final(self) -> bool:
        return self.status in FINAL
