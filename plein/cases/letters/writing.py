"""Letters for the work list: names and addresses from the BRP, words from the cases."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from plein.cases.letters.appointments import appointments
from plein.cases.letters.decision import decision, ended, longer
from plein.cases.letters.summary import About, summary_of
from plein.cases.letters.tasks import tasks
from plein.cases.letters.telling import WHY, Telling
from plein.cases.models import Case
from plein.cases.queries import with_tasks
from plein.delivery.actions.language import kept_languages
from plein.delivery.letter import Letter, Part, pdf_of
from plein.delivery.models import Delivery
from plein.delivery.notices import Notice, subject_of
from plein.gateways.brp.client import BrpClient
from plein.gateways.brp.persoon import Persoon
from plein.identity.gate import read_bsns
from plein.kernel.actor import Actor
from plein.kernel.short_code import spaced
from plein.tenants.scope import current
from plein.vault.sources.asking import address_of

ELEMENTS = ("aanschrijfwijze", "adres")
TOLD: dict[Notice, Callable[[Telling], Iterator[Part]]] = {
    Notice.DECISION: decision,
    Notice.LONGER: longer,
    Notice.ENDS: ended,
    Notice.TASK: tasks,
    Notice.REMINDER: tasks,
    Notice.APPOINTMENT: appointments,
    Notice.TOMORROW: appointments,
}


@dataclass(frozen=True, slots=True)
class Written:
    """One PDF with all letters; nothing while there is somebody whom no letter reaches."""

    pdf: bytes
    unreachable: Sequence[UUID]  # keys of deliveries


def write_letters(deliveries: Sequence[Delivery], *, by: Actor, at: datetime) -> Written:
    """Who writes reads names, addresses and what stands in the cases: each is in the log.

    Where somebody lives in secret a person has to act, so no letter is made. Raises
    `SourceUnreachable` or `AnswerRefused` when the BRP does not answer well.
    """
    residents = {each.resident_id: each.resident for each in deliveries}
    numbers = read_bsns(list(residents.values()), elements=ELEMENTS, purpose=WHY, by=by, at=at)
    found = BrpClient(address_of("brp")).envelopes(list(numbers.values()))
    people = {pk: person for pk, bsn in numbers.items() if (person := found.get(bsn))}
    lost = [each.pk for each in deliveries if not _lines(people.get(each.resident_id))]
    if lost:
        return Written(b"", lost)
    letters = list(_letters(deliveries, people, by, at))
    return Written(pdf_of(letters, current(), at=at), [])


def _letters(
    deliveries: Sequence[Delivery], people: Mapping[UUID, Persoon], by: Actor, at: datetime
) -> Iterator[Letter]:
    topics = [each.about for each in deliveries if each.about]
    cases = {case.topic_id: case for case in with_tasks(Case.objects.filter(topic__in=topics))}
    languages = kept_languages(people.keys())
    for each in deliveries:
        case = cases.get(each.about) if each.about else None
        telling = Telling(each, case, by, at) if case else None
        about = About(Notice(each.notice), case, each.day, telling)
        yield Letter(
            to=_lines(people[each.resident_id]),
            greeting=_greeting(people[each.resident_id]),
            subject=subject_of(Notice(each.notice), each.matter, each.day),
            reference=spaced(case.number) if case else "",
            parts=_parts(Notice(each.notice), telling),
            summary=summary_of(about, languages.get(each.resident_id, "")),
        )


def _parts(notice: Notice, telling: Telling | None) -> tuple[Part, ...]:
    tell = TOLD.get(notice)
    if tell is None or telling is None:
        return (Part((_("Bel ons, dan lezen wij het u voor. Houd deze brief erbij."),)),)
    return tuple(tell(telling))


def _lines(person: Persoon | None) -> tuple[str, ...]:
    """Name and address; none where the address is secret, unknown or known to be wrong."""
    written = person.adressering if person else None
    if person is None or written is None or written.indicatieVastgesteldVerblijftNietOpAdres:
        return ()
    if person.geheimhoudingPersoonsgegevens or not written.adresregel1:
        return ()
    name = written.aanschrijfwijze.naam if written.aanschrijfwijze else None
    country = written.land.omschrijving if written.land else None
    lines = (name, written.adresregel1, written.adresregel2, written.adresregel3, country)
    return tuple(str(line) for line in lines if line) if name else ()


def _greeting(person: Persoon) -> str:
    greeting = person.adressering.aanhef if person.adressering else None
    return str(greeting or _("Geachte heer of mevrouw"))
