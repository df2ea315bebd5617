"""Read the zaken of one person in the store of another department, with as few calls as can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import TypeVar
from uuid import uuid4

from plein.gateways.answers import AnswerRefused, Reason
from plein.gateways.deadline import Deadline
from plein.gateways.shape import read_json
from plein.gateways.zgw.calls import Caller, Interfaces, NotThere
from plein.gateways.zgw.documenten import InformatieObject, ZaakInformatieObjecten
from plein.gateways.zgw.token import Credentials
from plein.gateways.zgw.zaken import (
    INITIATOR,
    PERSON,
    Paged,
    Status,
    Statussen,
    StatusType,
    StatusTypen,
    Zaak,
    Zaken,
)
from plein.kernel.bsn import Bsn

PATIENCE_SECONDS = 8.0
LARGEST_FILE = 20 * 1024 * 1024  # bytes
MOST_PAGES = 10
# A part comes along only when what it hangs on is named as well.
EXPAND = (
    "zaaktype",
    "status",
    "status.statustype",
    "resultaat",
    "resultaat.resultaattype",
    "rollen",
)
_PERSON = "rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Seen:
    """A zaak, and the mark by which we can ask whether it changed."""

    zaak: Zaak
    etag: str


class ZgwClient:
    """For one person and one moment: everything together keeps to one deadline.

    Every question raises `SourceUnreachable` or `AnswerRefused`.
    """

    def __init__(
        self,
        interfaces: Interfaces,
        credentials: Credentials,
        *,
        user: str,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._at = interfaces
        deadline = Deadline.after(patience)
        self._caller = Caller(interfaces, credentials, user=user, deadline=deadline)

    def zaken_of(self, bsn: Bsn, *, highest: str) -> list[Zaak]:
        """What this person asked for, up to a confidentiality; refused with another's in it.

        The BSN stands in the body: addresses end up in the logs of every machine on the way.
        """
        question = {
            _PERSON: bsn.reveal(),
            "rol__betrokkeneType": PERSON,
            "rol__omschrijvingGeneriek": INITIATOR,
            "maximaleVertrouwelijkheidaanduiding": highest,
            "ordering": "-startdatum",
            "expand": list(EXPAND),
        }
        found: list[Zaak] = []
        url, count = f"{self._at.zaken}/zaken/_zoek", 0
        for _page in range(MOST_PAGES):
            page = read_json(Zaken, self._caller.post(url, question).body)
            found, count = found + list(page.results), page.count
            if page.next is None:
                break
            url = page.next
        _demand_whole(found, count)
        if any(bsn.reveal() not in zaak.initiators for zaak in found):
            raise AnswerRefused(Reason.OTHER_PERSON)
        return found

    def try_out(self) -> None:
        """Whether the store knows us at each interface; nothing about anybody is asked."""
        question = {"uuid__in": [str(uuid4())]}
        read_json(Zaken, self._caller.post(f"{self._at.zaken}/zaken/_zoek", question).body)
        read_json(StatusTypen, self._caller.get(f"{self._at.catalogi}/statustypen").body)

    def zaak(self, url: str, *, etag: str = "") -> Seen | None:
        """None when nothing changed since this `etag`. Raises `NotThere` when it is gone."""
        answer = self._caller.get(url, {"expand": ",".join(EXPAND)}, etag=etag)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return None
        return Seen(read_json(Zaak, answer.body), answer.etag)

    def statuses(self, zaak_url: str) -> list[Status]:
        """Oldest first; one can occur twice."""
        found = self._all(Statussen, f"{self._at.zaken}/statussen", zaak=zaak_url)
        return sorted(found, key=lambda status: status.datumStatusGezet)

    def status_types(self, zaaktype_url: str) -> list[StatusType]:
        """In their own order: stores send them in any."""
        found = self._all(StatusTypen, f"{self._at.catalogi}/statustypen", zaaktype=zaaktype_url)
        return sorted(found, key=lambda kind: kind.volgnummer)

    def documents(self, zaak_url: str) -> list[InformatieObject]:
        """What is final, newest first."""
        answer = self._caller.get(f"{self._at.zaken}/zaakinformatieobjecten", {"zaak": zaak_url})
        try:
            links = ZaakInformatieObjecten.model_validate_json(answer.body).root
        except ValueError:
            raise AnswerRefused(Reason.SCHEMA) from None
        found = [self.document(link.informatieobject) for link in links]
        final = [each for each in found if each and each.is_final]
        return sorted(final, key=lambda each: each.creatiedatum, reverse=True)

    def document(self, url: str) -> InformatieObject | None:
        """None for what is gone, or closed to us."""
        try:
            return read_json(InformatieObject, self._caller.get(url).body)
        except NotThere:
            return None
        except AnswerRefused as refusal:
            if refusal.reason == Reason.NOT_ENTITLED:
                return None
            raise

    def content(self, document: InformatieObject) -> bytes:
        """The file itself, at most `LARGEST_FILE`."""
        url = document.inhoud or f"{document.url}/download"
        return self._caller.get(url, largest=LARGEST_FILE).body

    def _all(self, shape: type[Paged[R]], url: str, **query: str) -> list[R]:
        page = read_json(shape, self._caller.get(url, query).body)
        found = list(page.results)
        for _more in range(MOST_PAGES):
            if page.next is None:
                break
            page = read_json(shape, self._caller.get(page.next).body)
            found += page.results
        _demand_whole(found, page.count)
        return found


def _demand_whole(found: Sequence[object], count: int) -> None:
    """Half an answer is no answer: a zaak that is left out looks as if it never was."""
    if len(found) != count:
        raise AnswerRefused(Reason.SCHEMA)
