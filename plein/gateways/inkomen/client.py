"""Fetch the income that the resident shares with us once."""

from plein.gateways.answers import AnswerRefused, Found, NothingFound, Reason
from plein.gateways.deadline import Deadline
from plein.gateways.inkomen.types import Inkomens, Status
from plein.gateways.shape import read_json
from plein.gateways.source import PATIENCE_SECONDS, Source
from plein.kernel.bsn import Bsn

_CANCELLED = "U bent gestopt met het delen van uw inkomen."
_IN_ONDERZOEK = "De Belastingdienst onderzoekt of dit inkomen klopt."
_MISSING = "Van een jaar weet de Belastingdienst uw inkomen nog niet."


class InkomenClient(Source):
    def income(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[Inkomens] | NothingFound:
        """Raises `SourceUnreachable` or `AnswerRefused`; also for an answer about another."""
        question = {"burgerservicenummer": bsn.reveal()}
        body = self._ask_json("inkomens", question, deadline=Deadline.after(timeout))
        shared = read_json(Inkomens, body)
        if shared.burgerservicenummer != bsn:
            raise AnswerRefused(Reason.OTHER_PERSON)
        if shared.geannuleerd:
            return NothingFound((_CANCELLED,))
        return Found(shared, _warnings(shared)) if shared.inkomens else NothingFound()


def _warnings(shared: Inkomens) -> tuple[str, ...]:
    warnings = []
    if any(one.status is Status.IN_ONDERZOEK for one in shared.inkomens):
        warnings.append(_IN_ONDERZOEK)
    if any(one.bedrag is None for one in shared.inkomens):
        warnings.append(_MISSING)
    return tuple(warnings)
