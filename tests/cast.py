"""The people and places that play in every test. They are invented; the BSNs belong to nobody."""

from datetime import UTC, date, datetime

import pytest

from plein.identity.actions import add_member, household_of, know_resident
from plein.identity.models import Account, MemberRole, Role, School, Staff
from plein.kernel.actor import system
from plein.kernel.bsn import Bsn
from plein.tenants.actions import Contact, HouseStyle, add_municipality
from plein.tenants.models import Municipality
from plein.tenants.scope import within

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # noon in Amsterdam
TODAY = date(2026, 11, 24)
TESTS = system("tests")
BSN_OF = {"fatima": "999990019", "jan": "999990020", "katja": "999990032"}


def municipality(slug: str, name: str, colour: str) -> Municipality:
    return add_municipality(
        slug=slug,
        name=name,
        host=f"{slug}.localhost",
        style=HouseStyle(brand=colour),
        contact=Contact("14 0000", "Maandag tot en met vrijdag, 9.00 tot 17.00 uur", "Plein 1"),
        iban="NL91ABNA0417164300",
    )


@pytest.fixture
def emmen(request) -> Municipality:
    """Emmen, and everything in the test happens there."""
    needs_rows(request)
    emmen = municipality("emmen", "Emmen", "#0a5a9c")
    scope = within(emmen)
    scope.__enter__()
    request.addfinalizer(lambda: scope.__exit__(None, None, None))
    return emmen


@pytest.fixture
def buren(request) -> Municipality:
    """Buren, which never sees Emmen's."""
    needs_rows(request)
    return municipality("buren", "Buren", "#8a4b08")


def needs_rows(request) -> None:
    """Committed rows where the test asks for them, else a transaction that is rolled back."""
    request.getfixturevalue("committed" if "committed" in request.fixturenames else "db")


@pytest.fixture
def fatima(emmen):
    """Fatima of Emmen, with Jan and children of 4, 8 and 13."""
    resident = know_resident(Bsn(BSN_OF["fatima"]), by=TESTS, at=NOON)
    household = household_of(resident, at=NOON, day=date(2026, 1, 1), name="Fatima")
    jan = know_resident(Bsn(BSN_OF["jan"]), by=TESTS, at=NOON)
    add_member(household, name="Jan", role=MemberRole.PARTNER, start=date(2026, 1, 1), resident=jan)
    for name, birth_month, school in (
        ("Noor", date(2022, 3, 1), School.NONE),
        ("Sami", date(2018, 5, 1), School.PRIMARY),
        ("Lina", date(2013, 6, 1), School.SECONDARY),
    ):
        add_member(
            household,
            name=name,
            role=MemberRole.CHILD,
            start=date(2026, 1, 1),
            birth_month=birth_month,
            school=school,
        )
    return resident


def staff_member(name: str, *roles: Role) -> Staff:
    account = Account.objects.create_user(f"{name}@emmen.example", name=name.title())
    return Staff.objects.create(account=account, team="Team Minima", roles=list(roles))


@pytest.fixture
def sam(emmen) -> Staff:
    return staff_member("sam", Role.CONSULENT)


@pytest.fixture
def femke(emmen) -> Staff:
    return staff_member("femke", Role.PRIVACY_OFFICER)


@pytest.fixture
def bas(emmen) -> Staff:
    return staff_member("bas", Role.SCHEME_MANAGER)


@pytest.fixture
def wim(emmen) -> Staff:
    return staff_member("wim", Role.MUNICIPALITY_MANAGER)


@pytest.fixture
def ingrid(emmen) -> Staff:
    return staff_member("ingrid", Role.FINANCE)


@pytest.fixture
def tom(emmen) -> Staff:
    return staff_member("tom", Role.FINANCE)
