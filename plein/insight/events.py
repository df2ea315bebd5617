"""The life events that somebody can try out: each with its questions, its words and its change.

`KINDS` is the whole list. A new kind is one class in it: the form, the page and what is kept
follow from its fields.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.insight import changes
from plein.insight.asked import Answer, Asks, questions, read, written
from plein.insight.household import Adult, Flow, Household
from plein.kernel.money import euros
from plein.kernel.months import months_after
from plein.rules.of_municipality import Rules

YEAR = 12  # months


class Event:
    """One thing that happens on a day. `change` is harmless where it does not fit (any more)."""

    key: ClassVar[str]
    title: ClassVar[Promise]
    on: date

    @classmethod
    def fits(cls, household: Household) -> bool:
        """Whether it can be tried out at all by a household that is like this at the end."""
        return True

    def says(self) -> str:
        """What happens, without the day."""
        return str(self.title)

    def when(self) -> str:
        (asked,) = [each.asks for each in questions(type(self)) if each.name == "on"]
        shape = "F Y" if asked.answer is Answer.MONTH else "j E Y"
        return _("vanaf %(day)s") % {"day": formats.date_format(self.on, shape)}

    def change(self, household: Household, rules: Rules) -> Household:
        raise NotImplementedError

    def objection(self, household: Household) -> str:
        """Why this cannot happen to the household as it is by then; empty when it can."""
        return ""


@dataclass(frozen=True)
class WwStops(Event):
    key = "ww-stopt"
    title = _("Mijn WW stopt eerder")

    on: Annotated[date, Asks(Answer.DAY, _("Vanaf welke dag hebt u geen WW meer?"))]

    @classmethod
    def fits(cls, household: Household) -> bool:
        return household.applicant.ww is not None

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.loses_ww(household, self.on)

    def objection(self, household: Household) -> str:
        ww = household.applicant.ww
        if ww is None:
            return str(_("Wij zien geen WW in uw gegevens. Dan kan die ook niet stoppen."))
        return "" if self.on < ww.until else str(_("Uw WW stopt dan al. Kies een eerdere dag."))


@dataclass(frozen=True)
class Works(Event):
    key = "werken"
    title = _("Ik ga werken")

    on: Annotated[date, Asks(Answer.MONTH, _("Vanaf welke maand?"))]
    hours: Annotated[
        int,
        Asks(
            Answer.HOURS,
            _("Hoeveel uur per week gaat u werken?"),
            _("Werkt u al? Vul al uw uren samen in."),
        ),
    ]
    hourly: Annotated[
        Decimal | None,
        Asks(
            Answer.EUROS,
            _("Wat verdient u per uur, voor belasting?"),
            _("Weet u het niet? Laat het leeg. Dan rekenen wij met het minimumloon."),
        ),
    ] = None

    def says(self) -> str:
        if self.hourly is None:
            return _("U werkt %(hours)s uur per week voor het minimumloon") % {"hours": self.hours}
        return _("U werkt %(hours)s uur per week voor %(wage)s per uur") % {
            "hours": self.hours,
            "wage": _euros(self.hourly),
        }

    def wage(self, household: Household, rules: Rules) -> Decimal:
        """Euros an hour."""
        return self.hourly or minimum_wage(rules, household, self.on)

    def change(self, household: Household, rules: Rules) -> Household:
        hourly = self.wage(household, rules)
        return changes.works(household, self.on, Decimal(self.hours), hourly)


@dataclass(frozen=True)
class StopsWorking(Event):
    key = "stopt-met-werken"
    title = _("Ik stop met werken")

    on: Annotated[
        date,
        Asks(
            Answer.MONTH,
            _("Vanaf welke maand werkt u niet meer?"),
            _("Neemt u zelf ontslag? Dan krijgt u vaak geen WW, en soms minder bijstand."),
        ),
    ]

    @classmethod
    def fits(cls, household: Household) -> bool:
        return bool(household.applicant.wages)

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.stops_working(household, self.on)

    def objection(self, household: Household) -> str:
        works = household.applicant.wage_in(months_after(self.on, -1))
        return "" if works else str(_("U werkt dan niet. Voeg eerst toe dat u gaat werken."))


@dataclass(frozen=True)
class Parts(Event):
    key = "uit-elkaar"
    title = _("Ik ga uit elkaar of scheiden")

    on: Annotated[date, Asks(Answer.DAY, _("Vanaf welke dag woont u niet meer samen?"))]
    child_alimony: Annotated[
        Decimal | None,
        Asks(Answer.EUROS, _("Hoeveel alimentatie krijgt u per maand voor de kinderen?")),
    ] = None
    own_alimony: Annotated[
        Decimal | None, Asks(Answer.EUROS, _("Hoeveel alimentatie krijgt u per maand voor uzelf?"))
    ] = None

    @classmethod
    def fits(cls, household: Household) -> bool:
        return household.partner is not None and household.partner_until is None

    def change(self, household: Household, rules: Rules) -> Household:
        alone = changes.parts(household, self.on)
        amounts = (self.child_alimony or Decimal(0), self.own_alimony or Decimal(0))
        return changes.gets_alimony(alone, self.on, *amounts)

    def objection(self, household: Household) -> str:
        return "" if self.fits(household) else str(_("U woont dan met niemand samen."))


@dataclass(frozen=True)
class MovesIn(Event):
    key = "samenwonen"
    title = _("Ik ga samenwonen met een partner")

    on: Annotated[date, Asks(Answer.DAY, _("Vanaf welke dag woont u samen?"))]
    age: Annotated[int, Asks(Answer.AGE, _("Hoe oud is uw partner dan?"))]
    wage: Annotated[
        Decimal | None,
        Asks(
            Answer.EUROS,
            _("Wat verdient uw partner per maand, voor belasting?"),
            _("Verdient uw partner niets? Laat het dan leeg."),
        ),
    ] = None

    @classmethod
    def fits(cls, household: Household) -> bool:
        return household.partner is None or household.partner_until is not None

    def says(self) -> str:
        wage = _euros(self.wage or Decimal(0))
        words = _("U woont samen met een partner van %(age)s jaar, die %(wage)s per maand verdient")
        return words % {"age": self.age, "wage": wage}

    def change(self, household: Household, rules: Rules) -> Household:
        born = months_after(self.on.replace(day=1), -YEAR * self.age)
        wages = (Flow(self.wage),) if self.wage else ()
        return changes.moves_in(household, self.on, Adult(born, wages=wages))

    def objection(self, household: Household) -> str:
        words = _("U hebt dan al een partner. Voeg eerst toe dat u uit elkaar gaat.")
        return "" if self.fits(household) else str(words)


@dataclass(frozen=True)
class ChildComes(Event):
    key = "kind"
    title = _("Er komt een kind bij")

    on: Annotated[
        date,
        Asks(
            Answer.DAY,
            _("Op welke dag komt het kind?"),
            _("Vul de dag in waarop het kind wordt geboren, ongeveer."),
        ),
    ]

    def when(self) -> str:
        return _("rond %(day)s") % {"day": formats.date_format(self.on, "j E Y")}

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.gets_child(household, self.on)


@dataclass(frozen=True)
class ChildLeaves(Event):
    key = "kind-gaat-weg"
    title = _("Een kind gaat uit huis")

    child: Annotated[date, Asks(Answer.CHILD, _("Welk kind gaat uit huis?"))]
    on: Annotated[
        date,
        Asks(
            Answer.DAY,
            _("Vanaf welke dag?"),
            _("Wij rekenen dat u voor dit kind dan geen kinderbijslag en budget meer krijgt."),
        ),
    ]

    @classmethod
    def fits(cls, household: Household) -> bool:
        return bool(household.children)

    def says(self) -> str:
        return _("Uw kind van %(month)s gaat uit huis") % {
            "month": formats.date_format(self.child, "F Y")
        }

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.leaves_home(household, self.child, self.on)

    def objection(self, household: Household) -> str:
        here = self.child in household.children_at(self.on)
        return "" if here else str(_("Dit kind woont dan niet bij u."))


@dataclass(frozen=True)
class Housemate(Event):
    key = "huisgenoot"
    title = _("Er komt iemand van 27 jaar of ouder bij mij wonen")

    on: Annotated[
        date,
        Asks(
            Answer.DAY,
            _("Vanaf welke dag?"),
            _("Een kind van 27, een ouder of een vriend. Geen partner en geen huurder."),
        ),
    ]
    until: Annotated[date | None, Asks(Answer.DAY, _("Tot welke dag?"))] = None

    def says(self) -> str:
        return str(_("Er woont iemand van 27 jaar of ouder bij u")) + _until(self.until)

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.housemate(household, self.on, self.until)


@dataclass(frozen=True)
class Moves(Event):
    key = "verhuizen"
    title = _("Ik ga verhuizen, of mijn huur verandert")

    on: Annotated[date, Asks(Answer.MONTH, _("Vanaf welke maand?"))]
    rent: Annotated[
        Decimal,
        Asks(
            Answer.EUROS,
            _("Wat wordt uw kale huur per maand?"),
            _("Koopt u een huis? Vul dan 0 in."),
        ),
    ]

    def says(self) -> str:
        return _("Uw kale huur wordt %(rent)s") % {"rent": _euros(self.rent)}

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.moves(household, self.on, self.rent)


@dataclass(frozen=True)
class Repays(Event):
    key = "schuld"
    title = _("Ik ga een schuld afbetalen")

    on: Annotated[date, Asks(Answer.MONTH, _("Vanaf welke maand?"))]
    amount: Annotated[Decimal, Asks(Answer.EUROS, _("Hoeveel betaalt u per maand?"))]
    until: Annotated[
        date | None, Asks(Answer.MONTH, _("In welke maand hoeft u niet meer te betalen?"))
    ] = None

    def says(self) -> str:
        words = _("U betaalt %(amount)s per maand aan een schuld")
        return words % {"amount": _euros(self.amount)} + _until(self.until)

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.repays(household, self.on, self.amount, self.until)


@dataclass(frozen=True)
class DebtIsPaid(Event):
    key = "schuld-klaar"
    title = _("Een schuld is afbetaald")

    on: Annotated[date, Asks(Answer.MONTH, _("Vanaf welke maand hoeft u niet meer te betalen?"))]
    amount: Annotated[Decimal, Asks(Answer.EUROS, _("Hoeveel betaalt u nu per maand?"))]

    def says(self) -> str:
        return _("U betaalt geen %(amount)s per maand meer") % {"amount": _euros(self.amount)}

    def change(self, household: Household, rules: Rules) -> Household:
        return changes.repays(household, self.on, -self.amount)


KINDS: tuple[type[Event], ...] = (
    *(Works, StopsWorking, WwStops),
    *(MovesIn, Parts, ChildComes, ChildLeaves, Housemate),
    *(Moves, Repays, DebtIsPaid),
)
BY_KEY = {kind.key: kind for kind in KINDS}


def in_order(events: Iterable[Event]) -> list[Event]:
    """By day; on one day as the table has them, whatever the order in which they were told."""
    return sorted(events, key=lambda each: (each.on, KINDS.index(type(each)), str(written(each))))


def changed(household: Household, events: Iterable[Event], rules: Rules) -> Household:
    for event in in_order(events):
        household = event.change(household, rules)
    return household


def to_json(event: Event) -> dict[str, Any]:
    return {"kind": event.key, **written(event)}


def from_json(values: Mapping[str, Any]) -> Event:
    event: Event = read(BY_KEY[values["kind"]], values)
    return event


def minimum_wage(rules: Rules, household: Household, day: date) -> Decimal:
    """Euros an hour, at the age of that year."""
    target = "minimumuurloon"
    months = (day.year - household.applicant.born.year) * YEAR
    return Decimal(rules.calculate([target], {"leeftijd_in_maanden": months}, day)[target])


def _euros(amount: Decimal) -> str:
    return euros(int(amount * 100))


def _until(day: date | None) -> str:
    return _(", tot %(day)s") % {"day": formats.date_format(day, "j E Y")} if day else ""
