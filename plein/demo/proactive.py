"""Help that Emmen offers: two needs turned on by two people, and who is on the list."""

from collections.abc import Mapping
from datetime import datetime

from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.identity.models import Staff
from plein.proactive.actions.looking import look_for
from plein.proactive.actions.switching import confirm_need, propose_need
from plein.proactive.library import needs
from plein.tenants.models import Municipality


def add_proactive(municipality: Municipality, staff: Mapping[str, Staff], at: datetime) -> None:
    for row in rows("proactive"):
        if row["municipality"] == municipality.slug:
            need = needs()[row["need"]]
            propose_need(need, row["basis"], by=staff["wim"], at=at)
            confirm_need(need, by=staff["femke"], at=at)
            look_for(need, by=DEMO, at=at)
