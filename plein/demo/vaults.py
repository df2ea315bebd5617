"""What residents of the demo filled in themselves, and who looks after whom."""

from datetime import datetime, timedelta
from typing import Any

from plein.demo.shop import DEMO
from plein.gateways.digid.simulator.cast import load_cast
from plein.identity.actions import know_resident
from plein.identity.mandates import MOST_DAYS, invite_helper, register_guardian, take_up_mandate
from plein.identity.models import Resident
from plein.kernel.clock import local_day
from plein.vault.actions.opening import vault_of
from plein.vault.actions.statements import state


def state_all(resident: Resident, stated: dict[str, Any], at: datetime) -> None:
    """By element of the catalogue."""
    for key, value in stated.items():
        state(vault_of(resident, at=at), key, value, by=resident, at=at)


def help_with(giver: Resident, row: dict[str, Any], at: datetime) -> None:
    """Somebody was asked to help, and said yes."""
    helper = know_resident(load_cast()[row["who"]].bsn, by=DEMO, at=at)
    until = local_day(at) + timedelta(days=MOST_DAYS)
    _made, code = invite_helper(giver, row["parts"], label=row["label"], until=until, at=at)
    take_up_mandate(helper, code, at=at)


def guard(guardian: Resident, row: dict[str, Any], at: datetime) -> None:
    """A judge made this resident the bewindvoerder of another."""
    register_guardian(
        know_resident(load_cast()[row["who"]].bsn, by=DEMO, at=at),
        guardian,
        row["parts"],
        label=row["label"],
        until=local_day(at) + timedelta(days=MOST_DAYS),
        by=DEMO,
        at=at,
    )
