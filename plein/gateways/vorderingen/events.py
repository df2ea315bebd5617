"""The events of a claim; names as in the Financial Claims Information Document. Whole cents."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from plein.gateways.shape import Burgerservicenummer, Cents, Code, Shape, Text

Positive = Annotated[Cents, Field(ge=0)]


class Gebeurtenis(Shape):
    """`gebeurtenis_kenmerk` is the name of this event for ever: the same name, the same event."""

    gebeurtenis_kenmerk: Code
    zaakkenmerk: Code
    datumtijd_gebeurtenis: AwareDatetime


class FinancieleVerplichtingOpgelegd(Gebeurtenis):
    """`type` is the organisation and its kind of claim: `cjib_wahv`, `tsl_terugvordering`."""

    gebeurtenis_type: Literal["FinancieleVerplichtingOpgelegd"]
    bsn: Burgerservicenummer
    type: Annotated[str, Field(pattern=r"^[A-Za-z]{1,5}_[A-Za-z0-9_]{1,50}$")]
    categorie: Code | None = None  # Algemeen, Administratiekosten, Verhoging, Rente
    bedrag: Positive
    omschrijving: Text
    juridische_grondslag_omschrijving: Text | None = None
    juridische_grondslag_bron: Text | None = None
    opgelegd_door: Code | None = None


class FinancieleVerplichtingGecorrigeerd(Gebeurtenis):
    """The amount was wrong. The first amount still stands in its own event."""

    gebeurtenis_type: Literal["FinancieleVerplichtingGecorrigeerd"]
    kenmerk_gecorrigeerde_gebeurtenis: Code
    nieuw_opgelegd_bedrag: Positive
    omschrijving: Text | None = None


class FinancieleVerplichtingKwijtgescholden(Gebeurtenis):
    """This much need not be paid any more."""

    gebeurtenis_type: Literal["FinancieleVerplichtingKwijtgescholden"]
    kenmerk_kwijtgescholden_gebeurtenis: Code
    bedrag_kwijtgescholden: Positive
    omschrijving: Text | None = None


class BetalingsverplichtingOpgelegd(Gebeurtenis):
    """How and when to pay: the whole amount, or a term of it."""

    gebeurtenis_type: Literal["BetalingsverplichtingOpgelegd"]
    bedrag: Positive
    vervaldatum: date
    betalingskenmerk: Code | None = None
    rekeningnummer: Code | None = None
    rekeningnummer_tenaamstelling: Text | None = None


class BetalingsverplichtingIngetrokken(Gebeurtenis):
    """It was replaced by another, or need not be paid."""

    gebeurtenis_type: Literal["BetalingsverplichtingIngetrokken"]
    ingetrokken_gebeurtenis_kenmerk: Code


class BetalingVerwerkt(Gebeurtenis):
    gebeurtenis_type: Literal["BetalingVerwerkt"]
    bedrag: Positive
    datumtijd_ontvangen: AwareDatetime | None = None
    betalingskenmerk: Code | None = None


Event = Annotated[
    FinancieleVerplichtingOpgelegd
    | FinancieleVerplichtingGecorrigeerd
    | FinancieleVerplichtingKwijtgescholden
    | BetalingsverplichtingOpgelegd
    | BetalingsverplichtingIngetrokken
    | BetalingVerwerkt,
    Field(discriminator="gebeurtenis_type"),
]
