"""The stoplicht in the words of the resident, at every door: what, when and who."""

from typing import Any

from django.utils.translation import gettext as _

from plein.cases.light import Dot, Light

COLOURS = {Dot.RED: "red", Dot.ORANGE: "orange", Dot.GREEN: "green"}


def light_words(light: Light) -> dict[str, Any]:
    return {
        "colour": COLOURS[light.dot] if light.dot else "",
        "text": _text(light),
        "by": light.by,
        "turn_of": light.turn_of,
        "signature_by": light.signature_by,
        "is_late": light.we_are_late,
        "is_known": light.is_known,
    }


def _text(light: Light) -> str:
    if not light.is_known:
        return _("Dit kunnen wij nu niet laten zien")
    if light.dot is Dot.RED:
        return _("U moet nu iets doen")
    if light.dot is Dot.ORANGE:
        return _("U moet binnenkort iets doen")
    return _("U hoeft niets te doen") if light.dot else ""
