"""School and study, from DUO over Suwinet."""

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.suwinet.client import SuwinetClient
from plein.gateways.suwinet.duo import DuoDossier
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
    found = SuwinetClient(address_of("suwinet")).duo(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    money = found.value.Studiefinanciering
    return Answered(
        "DUODossierPersoonGSD v0300",
        values={
            "opleiding": or_none(_courses(found.value)),
            "startkwalificatie": found.value.IndStartkwalificatieDuo,
            "studiefinanciering": without_empty(
                vanaf=day(money[-1].DatBToekenningsperiodeStufi),
                tot=day(money[-1].DatEToekenningsperiodeStufi),
                aanvullende_beurs=money[-1].IndAanvullendeBeursStufi,
            )
            if money
            else None,
        },
        warnings=found.warnings,
    )


def _courses(dossier: DuoDossier) -> list[Json]:
    return [
        without_empty(
            naam=course.InhoudDeelnameOpleidingDuo.NaamOpleidingKortDuo,
            niveau=course.InhoudDeelnameOpleidingDuo.CdNiveauOpleidingDuo,
            vanaf=day(course.DatBDeelnameOpleiding),
            tot=day(course.DatEDeelnameOpleiding),
        )
        for contract in dossier.Onderwijsovereenkomst
        for course in contract.DeelnameOpleidingGeregistrDuo
    ]


SOURCE = ValueSource("duo", _("DUO"), ("opleiding", "startkwalificatie", "studiefinanciering"), ask)
