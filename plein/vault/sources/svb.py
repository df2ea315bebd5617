"""Kinderbijslag, AOW and Anw, from the SVB over Suwinet."""

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.suwinet.client import SuwinetClient
from plein.gateways.suwinet.svb import (
    KindElement,
    UitkeringsperiodeElement,
    UitkeringsverhoudingElement,
)
from plein.vault.readings import Json
from plein.vault.sources.asking import (
    PATIENCE,
    Answered,
    Asked,
    ValueSource,
    address_of,
    day,
    or_none,
    without_empty,
)
from plein.vault.sources.periods import per_month


def ask(asked: Asked) -> Answered | None:
    found = SuwinetClient(address_of("suwinet")).svb(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    children, benefits = found.value.Kind, found.value.Uitkeringsverhouding
    running = [each for each in benefits if each.DatEUitkeringsverhouding is None]
    return Answered(
        "SVBDossierPersoonGSD v0200",
        values={
            "kinderbijslag_kind": or_none(
                [{**_child(each), "kinderbijslag": each.IndKinderbijslag} for each in children]
            ),
            "kind_woonsituatie": or_none([_lives(each) for each in children]),
            "svb_uitkering": _benefit(running[-1]) if running else None,
        },
        warnings=found.warnings,
    )


def _child(kind: KindElement) -> dict[str, Json]:
    return without_empty(voornaam=kind.Voornamen, geboortedatum=day(kind.Geboortedat))


def _lives(kind: KindElement) -> Json:
    more = kind.SpecifiekeGegevensKinderbijslag
    return {**_child(kind), **without_empty(woonsituatie=more and more.CdWoonsituatieKind)}


def _benefit(benefit: UitkeringsverhoudingElement) -> Json:
    periods = benefit.Uitkeringsperiode
    amounts = periods[-1].BrutoUitkeringsbedr if periods else ()
    gross = amounts and per_month(amounts[-1].WaardeBedr, amounts[-1].CdUitkeringsperiode)
    return without_empty(
        soort=benefit.SzWet.CdSzWet,
        vanaf=day(benefit.DatBUitkeringsverhouding),
        bruto_per_maand=gross or None,
        aow_opbouw=_built_up(periods[-1]) if periods else None,
    )


def _built_up(period: UitkeringsperiodeElement) -> int | None:
    """The part of a full AOW that was granted, in procents."""
    more = period.SpecifiekeGegevensAow
    text = more and more.PercToegekendeAow
    return int(text) if text and text.isdigit() else None


SOURCE = ValueSource(
    "svb",
    _("Sociale Verzekeringsbank (SVB)"),
    ("kinderbijslag_kind", "kind_woonsituatie", "svb_uitkering"),
    ask,
)
