"""The kinds of households, and the bands of income, that an outcome is told by."""

from typing import Any

import numpy as np

Column = np.ndarray[Any, Any]
Columns = dict[str, Column]
KINDS = ("alleenstaande", "alleenstaande_ouder", "paar", "paar_met_kinderen")
BANDS = (1.0, 1.1, 1.2, 1.3, 1.5)  # of the bijstand norm: the upper limits, and above
CHILDREN = ("kinderen_0_5", "kinderen_6_11", "kinderen_12_15", "kinderen_16_17")
TOGETHER = "heeft_gezamenlijke_huishouding"


def kinds_of(columns: Columns) -> Column:
    """The place in `KINDS` of each household."""
    children = sum(columns[name] for name in CHILDREN)
    return np.asarray(2 * columns[TOGETHER] + (children > 0)).astype(int)


def bands_of(ratio: Column) -> Column:
    """The place in `BANDS` of each income; the last one is above all of them."""
    return np.searchsorted(BANDS, ratio)
