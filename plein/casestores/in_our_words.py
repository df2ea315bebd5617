"""From the words of ZGW to ours."""

from collections.abc import Iterable, Sequence

from plein.casestores.kept import Paper, Station, Summary
from plein.gateways.zgw.documenten import InformatieObject
from plein.gateways.zgw.zaken import Status, StatusType, Zaak
from plein.identity.application import Confidentiality
from plein.kernel.clock import local_day


def is_for_resident(zaak: Zaak, highest: Confidentiality) -> bool:
    """Only what a resident may see: a case type for outside, and not too confidential."""
    return zaak.is_external and _is_open_enough(zaak.vertrouwelijkheidaanduiding, highest)


def summary_of(zaak: Zaak) -> Summary:
    parts, still = zaak.expand, zaak.opschorting
    return Summary(
        name=zaak.omschrijving or (parts.zaaktype.omschrijving if parts.zaaktype else ""),
        number=zaak.identificatie,
        station=_station(parts.status),
        started_on=zaak.startdatum,
        ended_on=zaak.einddatum,
        answer_by=zaak.uiterlijkeEinddatumAfdoening or zaak.einddatumGepland,
        stands_still=still.reden if still and still.indicatie else None,
        outcome=_outcome(zaak),
    )


def stations_of(kinds: Sequence[StatusType], statuses: Sequence[Status]) -> tuple[Station, ...]:
    """The planned line, with the day on which each station was last reached."""
    reached = {status.statustype: local_day(status.datumStatusGezet) for status in statuses}
    here = statuses[-1].statustype if statuses else None
    return tuple(
        Station(
            title=kind.statustekst or kind.omschrijving,
            reached_on=reached.get(kind.url),
            is_here=kind.url == here,
        )
        for kind in kinds
    )


def papers_of(documents: Iterable[InformatieObject], highest: Confidentiality) -> tuple[Paper, ...]:
    return tuple(
        Paper(
            url=document.url,
            title=document.titel,
            sender=document.auteur,
            made_on=document.creatiedatum,
            size=document.bestandsomvang,
        )
        for document in documents
        if _is_open_enough(document.vertrouwelijkheidaanduiding, highest)
    )


def _is_open_enough(word: str, highest: Confidentiality) -> bool:
    return word in Confidentiality.values and highest.covers(Confidentiality(word))


def _station(status: Status | None) -> str:
    kind = status.expand.statustype if status and status.expand else None
    return (kind.statustekst or kind.omschrijving) if kind else ""


def _outcome(zaak: Zaak) -> str:
    result = zaak.expand.resultaat
    kind = result.expand.resultaattype if result and result.expand else None
    return kind.omschrijving if kind else ""
