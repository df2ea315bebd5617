"""The document of one organisation, and what is still open in it."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, model_validator

from plein.gateways.shape import Burgerservicenummer, Cents, Code, Shape
from plein.gateways.vorderingen.events import (
    BetalingsverplichtingIngetrokken,
    BetalingsverplichtingOpgelegd,
    BetalingVerwerkt,
    Event,
    FinancieleVerplichtingGecorrigeerd,
    FinancieleVerplichtingKwijtgescholden,
    FinancieleVerplichtingOpgelegd,
)


class FinancieleZaak(Shape):
    """One claim: everything that happened under one `zaakkenmerk`, oldest first.

    `saldo` is what the organisation says is open. We count it ourselves, in `open_cents`.
    """

    zaakkenmerk: Code
    saldo: Cents | None = None
    gebeurtenissen: Annotated[tuple[Event, ...], Field(max_length=2000)]

    @model_validator(mode="after")
    def _is_one_story(self) -> "FinancieleZaak":
        events = {event.gebeurtenis_kenmerk: event for event in self.gebeurtenissen}
        if any(events[event.gebeurtenis_kenmerk] != event for event in self.gebeurtenissen):
            raise ValueError("an event was changed")
        if any(event.zaakkenmerk != self.zaakkenmerk for event in self.gebeurtenissen):
            raise ValueError("an event of another claim")
        return self

    @property
    def open_cents(self) -> int:
        """Imposed or corrected, less what was remitted and paid. Below zero: too much was paid."""
        imposed: dict[str, int] = {}
        less = 0
        for event in self._events:
            match event:
                case FinancieleVerplichtingOpgelegd():
                    imposed[event.gebeurtenis_kenmerk] = event.bedrag
                case FinancieleVerplichtingGecorrigeerd():
                    imposed[event.kenmerk_gecorrigeerde_gebeurtenis] = event.nieuw_opgelegd_bedrag
                case FinancieleVerplichtingKwijtgescholden():
                    less += event.bedrag_kwijtgescholden
                case BetalingVerwerkt():
                    less += event.bedrag
        return sum(imposed.values()) - less

    @property
    def payments_due(self) -> tuple[BetalingsverplichtingOpgelegd, ...]:
        """The duties to pay that were not withdrawn, the first to fall due first."""
        withdrawn = {
            event.ingetrokken_gebeurtenis_kenmerk
            for event in self._events
            if isinstance(event, BetalingsverplichtingIngetrokken)
        }
        standing = [
            event
            for event in self._events
            if isinstance(event, BetalingsverplichtingOpgelegd)
            and event.gebeurtenis_kenmerk not in withdrawn
        ]
        return tuple(sorted(standing, key=lambda event: event.vervaldatum))

    @property
    def imposed(self) -> tuple[FinancieleVerplichtingOpgelegd, ...]:
        """The claim itself, and what came on top of it: costs, increases, interest."""
        return tuple(
            event for event in self._events if isinstance(event, FinancieleVerplichtingOpgelegd)
        )

    @property
    def _events(self) -> tuple[Event, ...]:
        """Each event once, in the order in which they happened."""
        once = {event.gebeurtenis_kenmerk: event for event in self.gebeurtenissen}
        return tuple(sorted(once.values(), key=lambda event: event.datumtijd_gebeurtenis))


class Vorderingen(Shape):
    """What one organisation has of one person."""

    aangeleverd_door: Code
    document_datumtijd: AwareDatetime
    bsn: Burgerservicenummer
    financiele_zaken: Annotated[tuple[FinancieleZaak, ...], Field(max_length=2000)]

    @property
    def open_cents(self) -> int:
        return sum(zaak.open_cents for zaak in self.financiele_zaken)


class Document(Shape):
    type: Literal["FINANCIAL_CLAIMS_INFORMATION_DOCUMENT"]
    version: Annotated[str, Field(pattern=r"^[34](\.[0-9]{1,3}){0,2}$")]
    body: Vorderingen
