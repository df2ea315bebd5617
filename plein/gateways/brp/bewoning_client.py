"""Ask the BRP for the people at somebody's address."""

from datetime import date

from plein.gateways.answers import AnswerRefused, Found, NothingFound, Reason
from plein.gateways.back_channel import Identity
from plein.gateways.brp.bewoning import Bewoning, Bewoningen
from plein.gateways.brp.client import UNDER_INVESTIGATION, BrpClient
from plein.gateways.deadline import Deadline
from plein.gateways.shape import read_json
from plein.gateways.source import PATIENCE_SECONDS, Source
from plein.kernel.bsn import Bsn


class BewoningClient(Source):
    """BRP API Bewoning, `BewoningMetPeildatum`: it knows addresses, so we first ask for ours."""

    def __init__(
        self, url: str, *, identity: Identity | None = None, brp: BrpClient | None = None
    ) -> None:
        """`brp` knows the address; without it, both interfaces are at `url`."""
        super().__init__(url, identity=identity)
        self._brp = brp or BrpClient(url, identity=identity)

    def residents(
        self, bsn: Bsn, *, on: date, timeout: float = PATIENCE_SECONDS
    ) -> Found[Bewoning] | NothingFound:
        """Who is registered at this person's address on that day, this person included.

        Nothing is found for somebody with a briefadres or without an address, and on a day that
        this person did not live there: who did is then no business of theirs.
        """
        deadline = Deadline.after(timeout)
        home = self._brp.home_of(bsn, deadline=deadline)
        bewoning = self._at(home, on, deadline) if home else None
        if bewoning is None or not bewoning.houses(bsn):
            return NothingFound()
        return Found(bewoning, _warnings(bewoning))

    def _at(self, address: str, on: date, deadline: Deadline) -> Bewoning | None:
        question = {
            "type": "BewoningMetPeildatum",
            "adresseerbaarObjectIdentificatie": address,
            "peildatum": on.isoformat(),
        }
        found = read_json(Bewoningen, self._ask_json("bewoningen", question, deadline=deadline))
        if any(one.adresseerbaarObjectIdentificatie != address for one in found.bewoningen):
            raise AnswerRefused(Reason.OTHER_PERSON)
        return found.bewoningen[0] if found.bewoningen else None


def _warnings(bewoning: Bewoning) -> tuple[str, ...]:
    warnings = []
    if any(one.inOnderzoek for one in bewoning.bewoners + bewoning.mogelijkeBewoners):
        warnings.append(UNDER_INVESTIGATION)
    if bewoning.mogelijkeBewoners:
        warnings.append("Van sommige mensen is niet zeker of zij hier wonen.")
    if bewoning.indicatieVeelBewoners:
        warnings.append("Op dit adres wonen meer dan 100 mensen. U ziet ze niet allemaal.")
    return tuple(warnings)
