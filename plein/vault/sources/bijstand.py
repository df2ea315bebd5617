"""Bijstand of before and what is to be paid back, from municipalities over Suwinet."""

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.suwinet.bijstand import BijstandDossier
from plein.gateways.suwinet.client import SuwinetClient
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


def ask(asked: Asked) -> Answered | None:
    found = SuwinetClient(address_of("suwinet")).bijstand(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    return Answered(
        "Bijstandsregelingen v0500",
        values=_benefits(found.value) | _others(found.value),
        warnings=found.warnings,
    )


def _benefits(dossier: BijstandDossier) -> dict[str, Json]:
    benefits = sorted(
        dossier.Uitkeringsverhouding, key=lambda each: str(each.DatBUitkeringsverhouding)
    )
    newest = benefits[-1] if benefits else None
    duty = newest and newest.VrijstellingArbeidsplicht
    more = newest and newest.SpecifiekeGegevensBijstandUitk
    return {
        "bijstand_historie": or_none(
            [
                without_empty(
                    wet=each.SzWet.CdSzWet,
                    vanaf=day(each.DatBUitkeringsverhouding),
                    tot=day(each.DatEUitkeringsverhouding),
                )
                for each in benefits
            ]
        ),
        "kostendelers": more and more.AantKostendelers,
        "arbeidsplicht": duty
        and without_empty(
            vrijstelling=duty.CdVrijstellingArbeidsplichtBijst,
            tot=day(duty.DatEVrijstellingArbeidsplicht),
        ),
    }


def _others(dossier: BijstandDossier) -> dict[str, Json]:
    return {
        "bijzondere_bijstand": or_none(
            [
                without_empty(
                    waarvoor=each.OmsSrtKostenBijzBijstand,
                    betaald_op=day(each.DatBetaalbaarBijzBijstand),
                )
                for each in dossier.SpecifiekeGegevensBijzBijstand
            ]
        ),
        "vordering_gemeente": or_none(
            [
                without_empty(
                    besluit_van=day(each.DatBesluitVordering),
                    nog_te_betalen=each.BedrSaldoVordering,
                )
                for each in dossier.Vordering
                if each.BedrSaldoVordering
            ]
        ),
    }


SOURCE = ValueSource(
    "bijstand",
    _("Gemeenten (bijstand van eerder)"),
    (
        *("bijstand_historie", "kostendelers", "arbeidsplicht"),
        *("bijzondere_bijstand", "vordering_gemeente"),
    ),
    ask,
)
