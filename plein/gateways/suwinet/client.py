"""Ask the sources behind Suwinet-Inlezen for one person."""

from plein.gateways.answers import Found, NothingFound
from plein.gateways.deadline import Deadline
from plein.gateways.source import PATIENCE_SECONDS
from plein.gateways.suwinet import services
from plein.gateways.suwinet.bijstand import BijstandDossier
from plein.gateways.suwinet.duo import DuoDossier, DuoPersoon, DuoStudiefinanciering
from plein.gateways.suwinet.kadaster import KadasterDossier
from plein.gateways.suwinet.line import SuwinetLine
from plein.gateways.suwinet.rdw import AansprakelijkeElement, RdwDossier
from plein.gateways.suwinet.svb import SvbDossier
from plein.gateways.suwinet.uwv import UwvDossier
from plein.kernel.bsn import Bsn

# RDW wants a period. Nothing below the doors knows what day it is, so we ask from the start, and
# what somebody no longer has stays here.
_SINCE = "19000101"
_LAST_SECOND = "235959"
_MOST_VEHICLES = 20


class SuwinetClient(SuwinetLine):
    """All raise `SourceUnreachable` or `AnswerRefused`; also for an answer about another."""

    def uwv(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[UwvDossier] | NothingFound:
        return self._ask(services.UWV, UwvDossier, bsn, Deadline.after(timeout))

    def svb(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[SvbDossier] | NothingFound:
        return self._ask(services.SVB, SvbDossier, bsn, Deadline.after(timeout))

    def kadaster(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[KadasterDossier] | NothingFound:
        return self._ask(services.KADASTER, KadasterDossier, bsn, Deadline.after(timeout))

    def bijstand(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[BijstandDossier] | NothingFound:
        return self._ask(services.BIJSTAND, BijstandDossier, bsn, Deadline.after(timeout))

    def duo(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[DuoDossier] | NothingFound:
        """Two services, one answer: nothing is found when neither knows this person."""
        deadline = Deadline.after(timeout)
        studies = self._ask(services.DUO_PERSOON, DuoPersoon, bsn, deadline)
        money = self._ask(services.DUO_STUDIEFINANCIERING, DuoStudiefinanciering, bsn, deadline)
        warnings = tuple(dict.fromkeys(studies.warnings + money.warnings))
        person = studies.value if isinstance(studies, Found) else None
        grants = money.value if isinstance(money, Found) else None
        if person is None and grants is None:
            return NothingFound(warnings)
        return Found(DuoDossier.of(person, grants), warnings)

    def rdw(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[RdwDossier] | NothingFound:
        """The vehicles of today, each with what a second question tells of it."""
        deadline = Deadline.after(timeout)
        question = {"Burgerservicenr": bsn.reveal(), "DatBPeilperiodeAansprakelijkheid": _SINCE}
        found = self._send(services.RDW_PERSOON, RdwDossier, bsn, deadline, question)
        if isinstance(found, NothingFound):
            return found
        kept = [one for one in found.value.Aansprakelijke if one.DatEAansprakelijkheid is None]
        details = tuple(self._vehicle(bsn, one, deadline) for one in kept[:_MOST_VEHICLES])
        return Found(found.value.model_copy(update={"Aansprakelijke": details}), found.warnings)

    def _vehicle(
        self, bsn: Bsn, known: AansprakelijkeElement, deadline: Deadline
    ) -> AansprakelijkeElement:
        since = known.DatRegistratieAansprakelijkheid.exact
        if known.Voertuig is None or known.Voertuig.KentekenVoertuig is None or since is None:
            return known
        question = {
            "KentekenVoertuig": known.Voertuig.KentekenVoertuig,
            "PeildatAansprakelijkheid": f"{since:%Y%m%d}",
            "PeiltijdAansprakelijkheid": _LAST_SECOND,
        }
        found = self._send(services.RDW_KENTEKEN, RdwDossier, bsn, deadline, question)
        if isinstance(found, NothingFound) or not found.value.Aansprakelijke:
            return known
        return found.value.Aansprakelijke[0]
