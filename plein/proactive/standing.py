"""Which needs are looked for in this municipality."""

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from plein.identity.switch import Switched, SwitchState, switched
from plein.proactive.library import needs
from plein.proactive.models import NeedSwitch
from plein.proactive.need import Need

Running = Switched[Need, NeedSwitch]


def switched_needs() -> list[Running]:
    """One query."""
    return switched(needs(), NeedSwitch)


def running(day: date) -> Mapping[str, Running]:
    """What is on, in the version that two people agreed to. One query."""
    return {each.rule.key: each for each in switched_needs() if each.runs_on(day)}


def waiting_needs() -> QuerySet[NeedSwitch]:
    """For a colleague to confirm."""
    return NeedSwitch.objects.filter(state=SwitchState.PROPOSED)
