"""Who may ask for data: proposed by Wim, approved by Femke; and one request that waits."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plein.demo.data_files import rows
from plein.demo.shop import DEMO
from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.actions import know_resident
from plein.identity.models import ProviderUser, Staff
from plein.tenants.models import Municipality, Organisation
from plein.vault.actions.opening import vault_of
from plein.vault.actions.recipients import UsePlan, admit_recipient, approve_use, register_use
from plein.vault.actions.requests import ask, take_up
from plein.vault.models import DataUse, Recipient, UseKind

ELSEWHERE = ("key",)  # what a row holds beside the plan


def add_recipients(
    municipality: Municipality,
    organisations: Mapping[str, Organisation],
    staff: Mapping[str, Staff],
    at: datetime,
) -> None:
    for row in rows("recipients"):
        if municipality.slug in row["municipalities"]:
            recipient = admit_recipient(
                organisations[row["key"]],
                may_have_bsn=row["may_have_bsn"],
                contact=row["ask_at"],
                by=staff["wim"],
                at=at,
            )
            uses = {use["key"]: _open_use(recipient, use, staff, at) for use in row["uses"]}
            for asked in row.get("asks", []):
                _ask(uses[asked["use"]], asked, at)


def _open_use(
    recipient: Recipient, row: dict[str, Any], staff: Mapping[str, Staff], at: datetime
) -> DataUse:
    plan = {key: value for key, value in row.items() if key not in ELSEWHERE}
    use = register_use(
        recipient, UsePlan(**plan | {"kind": UseKind(row["kind"])}), by=staff["wim"], at=at
    )
    approve_use(use, by=staff["femke"], at=at)
    use.refresh_from_db()
    return use


def _ask(use: DataUse, row: dict[str, Any], at: datetime) -> None:
    """As if the resident typed the code from the letter."""
    worker = ProviderUser.objects.get(organisation=use.recipient.organisation)
    _request, code = ask(use, row["reference"], by=worker.organisation_actor, at=at)
    resident = know_resident(load_cast()[row["resident"]].bsn, by=DEMO, at=at)
    take_up(vault_of(resident, at=at), code, by=resident.actor, at=at)
