"""Work, wages and WW, from UWV over Suwinet."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from plein.gateways.answers import NothingFound
from plein.gateways.suwinet.client import SuwinetClient
from plein.gateways.suwinet.uwv import (
    InkomstenopgaveElement,
    InkomstenverhoudingElement,
    UitkeringsverhoudingElement,
    UwvDossier,
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

_FIELDS = {
    "loon_sv": "BedrBrutoloonSv",
    "loon_lb": "BedrLoonLbPremieVolksverz",
    "verloonde_uren": "AantVerloondeUrenIko",
    "vakantiegeld_opbouw": "BedrOpgbRechtVakantietoeslag",
    "alimentatie_ingehouden": "BedrInUitkBegrBetAlimentatie",
}


def ask(asked: Asked) -> Answered | None:
    found = SuwinetClient(address_of("suwinet")).uwv(asked.bsn, timeout=PATIENCE)
    if isinstance(found, NothingFound):
        return None
    dossier = found.value
    answer = Answered(
        "UWVDossierInkomstenGSD v0200",
        values=_jobs(dossier)
        | _benefit(dossier)
        | _work(dossier)
        | {"loon_per_maand": _months(dossier, asked.day.year - 1)},
        warnings=found.warnings,
    )
    _add_wages(answer, dossier)
    return answer


def _jobs(dossier: UwvDossier) -> dict[str, Json]:
    jobs = [
        without_empty(
            werkgever=_payer(each),
            vanaf=day(each.DatBIkv),
            tot=day(each.DatEIkv),
        )
        for each in dossier.Inkomstenverhouding
    ]
    periods = [period for each in dossier.Inkomstenverhouding for period in each.Inkomstenperiode]
    newest = max(periods, key=lambda period: str(period.DatBIkp), default=None)
    return {
        "dienstverbanden": or_none(jobs),
        "contractvorm": newest and newest.CdTypeArbeidscontract,
        "loonheffingskorting": newest and newest.IndLoonheffingskortingToegepast,
    }


def _payer(job: InkomstenverhoudingElement) -> str | None:
    payer = job.AdministratieveEenheid
    return payer.NaamAdministratieveEenheid if payer else None


def _months(dossier: UwvDossier, since: int) -> Json:
    """What each employer or body paid per period, from that year on; without holiday allowance."""
    return or_none(
        [
            without_empty(
                werkgever=_payer(job),
                soort_inkomen=_kind(job),
                vanaf=day(paid.DatBIko),
                tot=day(paid.DatEIko),
                bruto=gross - (paid.BedrVakantietoeslag or 0),
            )
            for job in dossier.Inkomstenverhouding
            for paid in sorted(job.Inkomstenopgave, key=lambda each: str(each.DatBIko))
            if str(paid.DatBIko) >= str(since) and (gross := _gross_of(paid)) is not None
        ]
    )


def _kind(job: InkomstenverhoudingElement) -> str | None:
    """Soort inkomstenverhouding of the newest period: 15 is wage, 33 WW, 43 bijstand."""
    newest = max(job.Inkomstenperiode, key=lambda each: str(each.DatBIkp), default=None)
    return newest.CdSrtIkv if newest else None


def _gross_of(paid: InkomstenopgaveElement) -> int | None:
    """A benefit that is not insured for unemployment has only the wage that tax is due over."""
    insured = paid.BedrBrutoloonSv
    return insured if insured is not None else paid.BedrLoonLbPremieVolksverz


def _add_wages(answer: Answered, dossier: UwvDossier) -> None:
    """The last period that was paid, over all jobs together; with the days it is about."""
    paid = [each for job in dossier.Inkomstenverhouding for each in job.Inkomstenopgave]
    last = max((str(each.DatBIko) for each in paid), default=None)
    now = [each for each in paid if str(each.DatBIko) == last]
    for key, field in _FIELDS.items():
        answer.values[key] = _total(now, field)
        answer.valid[key] = (now[0].DatBIko.exact, None) if now else (None, None)


def _total(paid: Iterable[InkomstenopgaveElement], field: str) -> int | None:
    amounts = [getattr(each, field) for each in paid if getattr(each, field) is not None]
    return sum(amounts) if amounts else None


def _benefit(dossier: UwvDossier) -> dict[str, Json]:
    benefits = [each for each in dossier.Uitkeringsverhouding if each.SzWet.CdSzWet == "WW"]
    newest = max(benefits, key=lambda each: str(each.DatBUitkeringsverhouding), default=None)
    if newest is None:
        return {}
    measure = newest.MaatregelMbtUitkering[-1] if newest.MaatregelMbtUitkering else None
    return {
        "ww_begin": day(newest.DatBUitkeringsverhouding),
        "ww_einde_max": day(newest.DatEMaxUitkeringsduur),
        "ww_bruto": _gross(newest),
        "ww_maatregel": measure
        and without_empty(
            reden=measure.OmsRedenMaatregel,
            vanaf=day(measure.DatBMaatregelMbtUitkering),
            tot=day(measure.DatEMaatregelMbtUitkering),
        ),
    }


def _gross(benefit: UitkeringsverhoudingElement) -> int | None:
    """Cents a month, in the newest period."""
    periods = benefit.Uitkeringsperiode
    newest: Any = max(periods, key=lambda each: str(each.DatBUitkeringsperiode), default=None)
    amounts = newest.BrutoUitkeringsbedr if newest else ()
    return per_month(amounts[-1].WaardeBedr, amounts[-1].CdUitkeringsperiode) if amounts else None


def _work(dossier: UwvDossier) -> dict[str, Json]:
    jobless, unfit = dossier.WerkloosheidClient, dossier.ArbeidsgeschiktheidClient
    work = dossier.UWVWerk
    seeking = work.Inschrijving[-1] if work and work.Inschrijving else None
    return {
        "eerste_werkloosheidsdag": day(jobless[-1].DatEersteWerkloosheidsdag) if jobless else None,
        "ao_klasse": unfit[-1].CdKlasseArbeidsongeschiktheid if unfit else None,
        "inschrijving_werk": seeking
        and without_empty(vanaf=day(seeking.DatBInschrijving), tot=day(seeking.DatEInschrijving)),
        "werkervaring": or_none(
            [
                without_empty(
                    beroep=each.OmsBeroep,
                    vanaf=day(each.DatBWerkervaring),
                    tot=day(each.DatEWerkervaring),
                )
                for each in (work.Werkervaring if work else ())
            ]
        ),
    }


SOURCE = ValueSource(
    "uwv",
    _("UWV"),
    (
        *("dienstverbanden", "contractvorm", "loonheffingskorting", "loon_per_maand"),
        *_FIELDS,
        *("ww_begin", "ww_einde_max", "ww_bruto", "ww_maatregel"),
        *("eerste_werkloosheidsdag", "ao_klasse", "inschrijving_werk", "werkervaring"),
    ),
    ask,
)
