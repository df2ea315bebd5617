"""A municipality gets another key: everything that lies under it, of all parts of the house."""

from datetime import datetime

from plein.cases.sealed_columns import COLUMNS as OF_CASES
from plein.casestores.sealed_columns import COLUMNS as OF_CASE_STORES
from plein.identity.sealed_columns import COLUMNS as OF_PEOPLE
from plein.kernel.actor import Actor
from plein.payments.sealed_columns import COLUMNS as OF_PAYMENTS
from plein.tenants.key_change import OWN_COLUMNS, change_key, forget_old_key, seal_anew
from plein.tenants.models import SigningPurpose
from plein.tenants.signing import new_signing_key
from plein.vault.sealed_columns import COLUMNS as OF_VAULTS
from plein.webshop.sealed_columns import COLUMNS as OF_THE_SHOP

COLUMNS = (
    *(*OWN_COLUMNS, *OF_PEOPLE, *OF_VAULTS, *OF_THE_SHOP, *OF_CASES, *OF_CASE_STORES),
    *OF_PAYMENTS,
)


def rotate_municipality(*, by: Actor, at: datetime) -> int:
    """A new key, and everything under it; a change that was stopped is taken up. How many rows."""
    change_key(by=by, at=at)
    return seal_anew(COLUMNS)


def rotate_signing_keys(*, at: datetime) -> int:
    """A new key for each purpose; what was signed before stays good."""
    return len([new_signing_key(purpose, at=at) for purpose in SigningPurpose])


def forget_rotated_key(*, by: Actor, at: datetime) -> bool:
    """Nightly, from an hour after the change."""
    return forget_old_key(COLUMNS, by=by, at=at)
