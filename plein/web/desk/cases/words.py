"""The light of staff in colours."""

from plein.cases.light import Dot

COLOURS = {Dot.RED: "red", Dot.ORANGE: "orange", Dot.GREEN: "green"}
