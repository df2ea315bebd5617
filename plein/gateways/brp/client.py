"""Ask the BRP for one person."""

from collections.abc import Sequence

from plein.gateways.answers import AnswerRefused, Found, NothingFound, Reason
from plein.gateways.brp.persoon import Personen, Persoon
from plein.gateways.brp.verblijfplaats import Verblijfadres
from plein.gateways.deadline import Deadline
from plein.gateways.shape import read_json
from plein.gateways.source import PATIENCE_SECONDS, Source
from plein.kernel.bsn import Bsn

# What we ask for is what a municipality may see of it for the tasks in our catalogue. What is
# under investigation, secret or suspended comes along unasked; asking for it is an error.
FIELDS = (
    "burgerservicenummer",
    "naam",
    "adressering.aanschrijfwijze",
    "geboorte",
    "nationaliteiten",
    "verblijfstitel",
    "immigratie",
    "verblijfplaats",
    "gemeenteVanInschrijving",
    "partners",
    "kinderen",
    "gezag",
    "indicatieCurateleRegister",
)
ENVELOPE_FIELDS = (
    "burgerservicenummer",
    "adressering.aanhef",
    "adressering.aanschrijfwijze",
    "adressering.adresregel1",
    "adressering.adresregel2",
    "adressering.adresregel3",
    "adressering.land",
)
MOST_PEOPLE = 20  # in one question, by the API
_ADDRESS_FIELDS = (
    "burgerservicenummer",
    "verblijfplaats.adresseerbaarObjectIdentificatie",
    "verblijfplaats.functieAdres",
)
_DOOR_FIELDS = (
    "burgerservicenummer",
    "verblijfplaats.verblijfadres",
    "verblijfplaats.functieAdres",
)
UNDER_INVESTIGATION = "De gemeente onderzoekt of deze gegevens kloppen."
_ENDED = "De gemeente houdt deze gegevens niet meer bij: {why}."


class BrpClient(Source):
    """BRP API Personen v2, `RaadpleegMetBurgerservicenummer`."""

    def person(
        self, bsn: Bsn, *, timeout: float = PATIENCE_SECONDS
    ) -> Found[Persoon] | NothingFound:
        """Raises `SourceUnreachable` or `AnswerRefused`; also for an answer about another."""
        found = self._read(bsn, FIELDS, Deadline.after(timeout))
        return NothingFound() if found is None else Found(found, _warnings(found))

    def envelopes(
        self, people: Sequence[Bsn], *, timeout: float = PATIENCE_SECONDS
    ) -> dict[Bsn, Persoon]:
        """Name, greeting and address lines; who the register does not know is not in it.

        Raises `SourceUnreachable` or `AnswerRefused`. `timeout` is for all of them together.
        """
        deadline = Deadline.after(timeout)
        found = [
            person
            for start in range(0, len(people), MOST_PEOPLE)
            for person in self._ask(people[start : start + MOST_PEOPLE], ENVELOPE_FIELDS, deadline)
        ]
        return {person.burgerservicenummer: person for person in found}

    def home_of(self, bsn: Bsn, *, deadline: Deadline) -> str | None:
        """The adresseerbaar object where this person lives; none for a briefadres or abroad."""
        found = self._read(bsn, _ADDRESS_FIELDS, deadline)
        home = found.verblijfplaats if found else None
        if home is None or home.is_briefadres:
            return None
        return home.adresseerbaarObjectIdentificatie

    def door_of(self, bsn: Bsn, *, deadline: Deadline) -> Verblijfadres | None:
        """Where this person lives; none where that is secret, a briefadres or abroad."""
        found = self._read(bsn, _DOOR_FIELDS, deadline)
        home = found.verblijfplaats if found else None
        if found is None or found.geheimhoudingPersoonsgegevens:
            return None
        return home.verblijfadres if home and not home.is_briefadres else None

    def _read(self, bsn: Bsn, fields: tuple[str, ...], deadline: Deadline) -> Persoon | None:
        found = self._ask([bsn], fields, deadline)
        return found[0] if found else None

    def _ask(
        self, people: Sequence[Bsn], fields: tuple[str, ...], deadline: Deadline
    ) -> tuple[Persoon, ...]:
        question = {
            "type": "RaadpleegMetBurgerservicenummer",
            "burgerservicenummer": [bsn.reveal() for bsn in people],
            "fields": list(fields),
        }
        answer = read_json(Personen, self._ask_json("personen", question, deadline=deadline))
        numbers = [person.burgerservicenummer for person in answer.personen]
        if set(numbers) - set(people):
            raise AnswerRefused(Reason.OTHER_PERSON)
        if len(numbers) > len(set(numbers)):
            raise AnswerRefused(Reason.SCHEMA)
        return answer.personen


def _warnings(person: Persoon) -> tuple[str, ...]:
    warnings = []
    if person.in_onderzoek:
        warnings.append(UNDER_INVESTIGATION)
    if person.opschortingBijhouding is not None:
        reason = person.opschortingBijhouding.reden
        why = (reason and reason.omschrijving) or "reden onbekend"
        warnings.append(_ENDED.format(why=why))
    return tuple(warnings)
