"""Aanvragen of the demo, each some days on its way: asked through the same actions as for real."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from plein.cases.actions.asking import ask_resident
from plein.cases.actions.directing import take_direction
from plein.cases.actions.handing_over import wait_for_other
from plein.cases.actions.moving import take_up
from plein.cases.actions.opening import open_case
from plein.cases.actions.participating import let_in
from plein.cases.actions.publishing import publish_case_type
from plein.cases.declared_tasks import words_of
from plein.cases.models import Case, CaseType
from plein.delivery.actions.contacts import accept_address
from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.actions import know_resident
from plein.identity.models import Staff
from plein.journeys.due import SET
from plein.kernel.clock import local_day
from plein.regelingen.library import journeys
from plein.tenants.models import Municipality, Organisation


def add_cases(municipality: Municipality, staff: Mapping[str, Staff], at: datetime) -> None:
    types = {
        key: publish_case_type(key, document, by=DEMO, at=at)
        for key, document in journeys().items()
    }
    for row in rows("cases"):
        if row["municipality"] == municipality.slug:
            _case(row, types[row["type"]], staff, at)


def _case(
    row: Mapping[str, Any], case_type: CaseType, staff: Mapping[str, Staff], at: datetime
) -> None:
    began = at - timedelta(days=row["days_ago"])
    resident = know_resident(load_cast()[row["resident"]].bsn, by=DEMO, at=began)
    if address := row.get("email"):
        accept_address(resident, address, by=DEMO, at=began)
    case = open_case(resident, case_type, by=resident.actor, at=began)
    if "handler" in row:
        handler = staff[row["handler"]]
        case = take_up(case, by=handler, at=began + timedelta(hours=3))
        asked = at - timedelta(days=row.get("asked_days_ago", 0))
        for key in row.get("asks", []):
            _ask(case, key, handler, asked)
        if "partner" in row:
            _partner(case, row["partner"], handler, began + timedelta(days=1))


def _partner(case: Case, given: Mapping[str, Any], by: Staff, at: datetime) -> None:
    take_direction(case.dossier, by=by, at=at)
    participation = let_in(
        case,
        Organisation.objects.get(name=given["name"]),
        purpose=given["purpose"],
        basis=given["basis"],
        parts=[case.case_type.key],
        until=None,
        by=by,
        at=at,
    )
    if given.get("turn"):
        wait_for_other(case, participation, by=by.actor, at=at)


def _ask(case: Case, key: str, by: Staff, at: datetime) -> None:
    task = case.case_type.read.task(key)
    ask_resident(
        case,
        task.kind,
        words_of(case.case_type, key),
        due_on=task.due.on({SET: local_day(at)}),
        needs_review=task.needs_review,
        waits=True,
        by=by.actor,
        at=at,
    )
