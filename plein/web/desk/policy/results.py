"""An outcome as the page shows it: figures, pictures and tables."""

from typing import Any

from plein.kernel.money import euros
from plein.policy.cliffs import SHOWN, Curve
from plein.policy.groups import Group, together
from plein.policy.outcome import Outcome
from plein.web.desk.charts import bars, lines
from plein.web.desk.policy.words import band_word, kind_word, part_word
from plein.web.templatetags.plein_ui import number


def shown(outcome: Outcome) -> dict[str, Any]:
    """`kinds` is empty where there are too few households to show any of them."""
    context: dict[str, Any] = {
        "outcome": outcome,
        "curves": [_curve(each) for each in outcome.curves],
    }
    if not outcome.groups:
        return context
    kinds = _kinds(outcome.groups)
    return context | {
        "total": _row(outcome.total),
        "rows": [_row(each) for each in outcome.groups if each.reached != (0, 0)],
        "kinds": [_row(each) for each in kinds],
        "cost_picture": bars([_cost_bar(each) for each in kinds]),
        "people_picture": bars([_people_bar(each) for each in kinds]),
    }


def _kinds(groups: list[Group]) -> list[Group]:
    order = list(dict.fromkeys(each.kind for each in groups))
    return [together([each for each in groups if each.kind == kind]) for kind in order]


def _row(group: Group) -> dict[str, Any]:
    touched = group.gain + group.lose
    return {
        "kind": kind_word(group.kind),
        "band": band_word(group),
        "size": group.size,
        "now": group.reached[0],
        "then": group.reached[1],
        "gain": group.gain,
        "lose": group.lose,
        "cost_now": group.cents[0],
        "cost_then": group.cents[1],
        "more": group.more_cents,
        "average": round(group.more_cents / touched) if touched else 0,
    }


def _cost_bar(group: Group) -> dict[str, Any]:
    now, then = group.cents
    return _bar(group, now, then, _whole(now), _whole(then))


def _people_bar(group: Group) -> dict[str, Any]:
    return _bar(group, group.gain, group.lose, number(group.gain), number(group.lose))


def _bar(group: Group, first: int, second: int, *words: str) -> dict[str, Any]:
    return {
        "label": kind_word(group.kind).capitalize(),
        "first": first,
        "second": second,
        "first_words": words[0],
        "second_words": words[1],
    }


def _whole(cents: int) -> str:
    """Without cents: a picture is for the size of it."""
    return euros(round(cents / 100) * 100).partition(",")[0]


def _curve(curve: Curve) -> dict[str, Any]:
    now, then = curve.left
    return {
        "kind": kind_word(curve.kind).capitalize(),
        "picture": lines(now, then),
        "highest": max(*now, *then),
        "rows": [
            {"wage": place * SHOWN * 100, "now": now[place], "then": then[place]}
            for place in range(len(now))
        ],
        "cliffs": _cliffs(curve),
    }


def _cliffs(curve: Curve) -> list[dict[str, Any]]:
    """Those at one wage and for one reason are said at once."""
    now, then = ({(each.wage, each.because): each.loss for each in own} for own in curve.cliffs)
    return [
        {
            "wage": wage * 100,
            "because": part_word(because),
            "now": now.get((wage, because)),
            "then": then.get((wage, because)),
        }
        for wage, because in sorted(now | then)
    ]
