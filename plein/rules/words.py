"""The words that a rule speaks. Each works on one household (`Decimal`) and on many (arrays)."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import reduce
from typing import Any

import numpy as np

from plein.rules.missing import Missing

GUARD = 1e-6  # euro: what binary floats may be off before an amount is rounded
CENT = Decimal("0.01")


def als(voorwaarde: Any, dan: Any, anders: Any) -> Any:
    """The one where it holds, else the other; both are worked out."""
    if isinstance(voorwaarde, np.ndarray):
        return np.where(voorwaarde, dan, anders)
    return dan if voorwaarde else anders


def laagste(*bedragen: Any) -> Any:
    return reduce(np.minimum, bedragen) if _are_many(bedragen) else min(bedragen)


def hoogste(*bedragen: Any) -> Any:
    return reduce(np.maximum, bedragen) if _are_many(bedragen) else max(bedragen)


def alle(*voorwaarden: Any) -> Any:
    return reduce(np.logical_and, voorwaarden) if _are_many(voorwaarden) else all(voorwaarden)


def een_van(*voorwaarden: Any) -> Any:
    return reduce(np.logical_or, voorwaarden) if _are_many(voorwaarden) else any(voorwaarden)


def niet(voorwaarde: Any) -> Any:
    return np.logical_not(voorwaarde) if isinstance(voorwaarde, np.ndarray) else not voorwaarde


def omlaag(bedrag: Any, stap: Any = 1) -> Any:
    """Down to a whole number of steps."""
    if isinstance(bedrag, np.ndarray):
        return _steps(np.floor(_in_steps(bedrag, stap) + GUARD / float(stap)), stap)
    return _whole_steps(bedrag, stap, ROUND_FLOOR)


def omhoog(bedrag: Any, stap: Any = 1) -> Any:
    """Up to a whole number of steps."""
    if isinstance(bedrag, np.ndarray):
        return _steps(np.ceil(_in_steps(bedrag, stap) - GUARD / float(stap)), stap)
    return _whole_steps(bedrag, stap, ROUND_CEILING)


def afgerond(bedrag: Any, stap: Any = 1) -> Any:
    """To the nearest step; half a step goes up, and below nought down."""
    if isinstance(bedrag, np.ndarray):
        nearest = np.floor(np.abs(_in_steps(bedrag, stap)) + 0.5 + GUARD / float(stap))
        return _steps(np.copysign(nearest, bedrag), stap)
    return _whole_steps(bedrag, stap, ROUND_HALF_UP)


def op_centen(bedrag: Any) -> Any:
    return afgerond(bedrag, CENT)


def uit_tabel(waarde: Any, grenzen: Sequence[Any], uitkomsten: Sequence[Any]) -> Any:
    """What stands beside the last limit that is not above the value; the first one below all."""
    if isinstance(waarde, np.ndarray):
        place = np.searchsorted(np.asarray(grenzen, float), waarde + GUARD, side="right") - 1
        return np.asarray(uitkomsten, float)[np.maximum(place, 0)]
    place = sum(grens <= waarde for grens in grenzen) - 1
    return uitkomsten[max(place, 0)]


def _are_many(values: tuple[Any, ...]) -> bool:
    return np.ndarray in map(type, values)


def _whole_steps(bedrag: Any, stap: Any, way: str) -> Any:
    for each in (bedrag, stap):
        if isinstance(each, Missing):
            return each
    step = Decimal(stap)
    return (Decimal(bedrag) / step).to_integral_value(way) * step


def _in_steps(bedrag: Any, stap: Any) -> Any:
    """Multiplied by a whole number where the step is a part of one: 0.01 is no binary number."""
    return bedrag / float(stap) if stap >= 1 else bedrag * float(1 / Decimal(stap))


def _steps(number: Any, stap: Any) -> Any:
    return number * float(stap) if stap >= 1 else number / float(1 / Decimal(stap))
