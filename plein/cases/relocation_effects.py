"""When somebody can say that they move, and what a move does: from values alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plein.cases.models import Case, EffectKind, Participation, Provision
from plein.journeys.journey import OnMovingAway
from plein.tenants.models import Organisation

BEFORE, AFTER = timedelta(days=28), timedelta(days=5)  # as in Wet BRP art. 2.39


def is_too_early(moves_on: date, today: date) -> bool:
    return moves_on > today + BEFORE


def is_late(moves_on: date, today: date) -> bool:
    return moves_on < today - AFTER


@dataclass(frozen=True, slots=True)
class Standing:
    """An aanvraag that runs, or gives something, when the resident moves.

    `by_area` take part because of where the resident lives now; `there` is who would at the new
    place: nobody where that is not exactly one, or where the address is a secret.
    """

    case: Case
    provisions: tuple[Provision, ...] = ()
    by_area: tuple[Participation, ...] = ()
    there: Organisation | None = None

    @property
    def works_there_already(self) -> bool:
        return self.there in [each.organisation for each in self.by_area]


@dataclass(frozen=True, slots=True)
class Effect:
    """As a `RelocationEffect`, before it is one; `make_way` are who leave for the organisation."""

    kind: EffectKind
    on: date
    case: Case | None = None
    provision: Provision | None = None
    organisation: Organisation | None = None
    make_way: tuple[Participation, ...] = ()


def effects_of(
    standings: Iterable[Standing], *, day: date, today: date, leaves: bool
) -> Iterator[Effect]:
    """Every aanvraag has its own; also the one for which nothing changes."""
    yield Effect(EffectKind.ADDRESS, day)
    for standing in standings:
        yield from _away(standing, day) if leaves else _within(standing, max(day, today))


def _within(standing: Standing, day: date) -> Iterator[Effect]:
    """An organisation cannot begin in the past, as what ends can."""
    if not standing.by_area or standing.works_there_already:
        yield Effect(EffectKind.STAYS, day, standing.case)
    elif standing.there is None:
        yield Effect(EffectKind.PARTNER_BY_HAND, day, standing.case)
    else:
        yield Effect(
            EffectKind.PARTNER,
            day,
            standing.case,
            organisation=standing.there,
            make_way=standing.by_area,
        )


def _away(standing: Standing, day: date) -> Iterator[Effect]:
    """What is still being decided, or would begin later, goes to a person."""
    rule = standing.case.case_type.read.on_moving_away
    if rule == OnMovingAway.STAYS:
        yield Effect(EffectKind.STAYS, day, standing.case)
    elif not standing.provisions:
        yield Effect(EffectKind.LOOKED_AT, day, standing.case)
    elif rule == OnMovingAway.HAND_OVER:
        yield Effect(EffectKind.HAND_OVER, day, standing.case)
    else:
        yield from (_end(standing.case, each, day) for each in standing.provisions)


def _end(case: Case, provision: Provision, day: date) -> Effect:
    if provision.start >= day:
        return Effect(EffectKind.LOOKED_AT, day, case, provision)
    return Effect(EffectKind.ENDS, day - timedelta(days=1), case, provision)
