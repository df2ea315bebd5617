"""Staff and the people of organisations: one login each, with a second factor the demo shows."""

from functools import cache

from django.contrib.auth.hashers import make_password

from plein.demo.cast import PASSWORD
from plein.demo.codes import enrol_demo
from plein.demo.data_files import rows
from plein.identity.models import Account, ProviderUser, Staff
from plein.starting.models import PlatformAdministrator
from plein.tenants.models import Organisation


def add_accounts() -> dict[str, Account]:
    """The staff of the demo, by key."""
    return {row["key"]: _account(row["key"], row["name"]) for row in rows("people", "staff")}


def add_staff(accounts: dict[str, Account]) -> dict[str, Staff]:
    """The same people work in every municipality of the demo."""
    return {
        row["key"]: Staff.objects.create(
            account=accounts[row["key"]], team=row["team"], roles=row["roles"]
        )
        for row in rows("people", "staff")
    }


def add_platform() -> None:
    """Olga, who starts municipalities."""
    PlatformAdministrator.objects.create(account=_account("olga", "Olga"))


def add_organisations() -> dict[str, Organisation]:
    """The shops, clubs and partners, each with one person who can sign in, by key."""
    organisations = {}
    for row in (*rows("providers"), *rows("recipients")):
        organisation = Organisation.objects.create(name=row["name"], kvk=row["kvk"])
        account = _account(row["contact"].lower(), row["contact"])
        ProviderUser.objects.create(account=account, organisation=organisation)
        organisations[row["key"]] = organisation
    return organisations


def _account(key: str, name: str) -> Account:
    account = Account.objects.create(
        email=f"{key}@plein.example", name=name, password=_kept_password()
    )
    enrol_demo(account)
    return account


@cache
def _kept_password() -> str:
    """One for all: they share their password, and making it slowly is what it is for."""
    return make_password(PASSWORD)
