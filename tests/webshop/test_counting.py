"""The counting behind the limits, over many invented purchases."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from plein.kernel.period import age_on
from plein.webshop.counting import Bought, is_about, leaves_room

SCHEMES = (uuid4(), uuid4())
PERIODS = (uuid4(), uuid4())
GROUPS = (uuid4(), uuid4(), None)
PEOPLE = {uuid4(): date(2010, 6, 1), uuid4(): date(2018, 2, 1), uuid4(): None}


@dataclass
class Rule:
    scheme_id: UUID
    group_id: UUID | None
    category: str
    scope: str
    window: str
    years: int | None
    most: int | None
    most_cents: int | None
    age_from: int | None
    age_until: int | None


days = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@st.composite
def purchases(draw):
    person = draw(st.sampled_from(list(PEOPLE)))
    return Bought(
        person,
        PEOPLE[person],
        draw(st.sampled_from(SCHEMES)),
        draw(st.sampled_from(PERIODS)),
        draw(st.sampled_from(GROUPS)),
        draw(st.sampled_from(["sport", "uit"])),
        draw(st.integers(1, 5_000)),
        draw(days),
    )


@st.composite
def rules(draw):
    window = draw(st.sampled_from(["periode", "jaar", "jaren", "altijd"]))
    pieces = draw(st.none() | st.integers(1, 3))
    scope = draw(st.sampled_from(["persoon", "huishouden"]))
    ages = draw(st.sampled_from([(None, None), (6, 13), (13, None)]))
    return Rule(
        draw(st.sampled_from(SCHEMES)),
        draw(st.sampled_from(GROUPS)),
        draw(st.sampled_from(["", "sport"])),
        scope,
        window,
        draw(st.integers(1, 5)) if window == "jaren" else None,
        pieces,
        None if pieces else draw(st.integers(1, 9_000)),
        *(ages if scope == "persoon" else (None, None)),
    )


def accepted(rule: Rule, wanted: list[Bought]) -> list[Bought]:
    """What gets through when everything is asked for in the order of its days."""
    kept: list[Bought] = []
    for piece in sorted(wanted, key=lambda piece: piece.day):
        if leaves_room(rule, piece, kept):
            kept.append(piece)
    return kept


@given(rules(), st.lists(purchases(), max_size=25))
def test_no_window_ever_holds_more_than_the_limit(rule, wanted):
    kept = [piece for piece in accepted(rule, wanted) if is_about(rule, piece)]

    for last in kept:
        together = [
            piece
            for piece in kept
            if piece.day <= last.day
            and (rule.scope == "huishouden" or piece.person == last.person)
            and same_window(rule, piece, last)
        ]
        if rule.most:
            assert len(together) <= rule.most
        else:
            assert sum(piece.cents for piece in together) <= rule.most_cents


def same_window(rule: Rule, piece: Bought, last: Bought) -> bool:
    return {
        "periode": piece.period == last.period,
        "jaar": piece.day.year == last.day.year,
        "jaren": age_on(last.day, piece.day) < (rule.years or 0),
        "altijd": True,
    }[rule.window]


@given(rules(), st.lists(purchases(), max_size=25))
def test_what_the_limit_is_not_about_always_gets_through(rule, wanted):
    kept = accepted(rule, wanted)

    assert [piece for piece in wanted if not is_about(rule, piece)] == [
        piece for piece in wanted if not is_about(rule, piece) and piece in kept
    ]


@given(rules(), purchases())
def test_the_first_piece_is_refused_only_for_its_price(rule, piece):
    refused = not leaves_room(rule, piece, [])

    assert refused == (
        is_about(rule, piece) and bool(rule.most_cents) and piece.cents > rule.most_cents
    )
