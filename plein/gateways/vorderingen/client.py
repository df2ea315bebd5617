"""Ask one organisation of the state what somebody must pay."""

from enum import StrEnum

from plein.gateways.answers import AnswerRefused, Found, NothingFound, Reason
from plein.gateways.deadline import Deadline
from plein.gateways.shape import read_json
from plein.gateways.source import PATIENCE_SECONDS, Source
from plein.gateways.vorderingen.document import Document, Vorderingen
from plein.kernel.bsn import Bsn

_DIFFERS = "Wat er nog openstaat is volgens deze organisatie anders dan wij uitrekenen."


class Organisatie(StrEnum):
    BELASTINGDIENST = "bd"
    DIENST_TOESLAGEN = "tsl"
    CAK = "cak"
    CJIB = "cjib"
    DUO = "duo"
    UWV = "uwv"
    SVB = "svb"


class VorderingenClient(Source):
    """The interface of each organisation is at `url`/its abbreviation."""

    def claims(
        self, org: Organisatie | str, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[Vorderingen] | NothingFound:
        """Raises `SourceUnreachable` or `AnswerRefused`; also for an answer about another."""
        path = f"{Organisatie(org)}/financial_claims_information_document"
        body = self._ask_json(path, {"bsn": bsn.reveal()}, deadline=Deadline.after(timeout))
        claims = read_json(Document, body).body
        if _is_about_another(claims, bsn):
            raise AnswerRefused(Reason.OTHER_PERSON)
        return Found(claims, _warnings(claims)) if claims.financiele_zaken else NothingFound()


def _is_about_another(claims: Vorderingen, bsn: Bsn) -> bool:
    of_events = {event.bsn for zaak in claims.financiele_zaken for event in zaak.imposed}
    return bool((of_events | {claims.bsn}) - {bsn})


def _warnings(claims: Vorderingen) -> tuple[str, ...]:
    zaken = claims.financiele_zaken
    differs = any(zaak.saldo not in {None, zaak.open_cents} for zaak in zaken)
    return (_DIFFERS,) if differs else ()
