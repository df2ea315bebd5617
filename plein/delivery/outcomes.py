"""How handing something over to the other side ends, when not with a proof."""

from plein.audit.actions import Purpose

WHY = Purpose("om u te laten weten dat er iets voor u klaarstaat", "AVG art. 6 lid 1 onder a")


class WillNotArrive(Exception):
    """Why, in a few words for staff: another way, at once."""


class NoAnswer(Exception):
    """Perhaps later."""
