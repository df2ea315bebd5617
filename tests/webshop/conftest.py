"""A shop in Emmen: a kindpakket with money, and De Plons that sells swimming lessons."""

from datetime import date
from itertools import count, islice

import pytest
from stdnum.nl import bsn as eleven_test

from plein.identity.actions import household_of, know_resident
from plein.identity.models import Household, MemberRole, Resident
from plein.kernel.actor import Actor, ActorKind
from plein.kernel.bsn import Bsn
from plein.tenants.models import Organisation
from plein.webshop.actions.catalogue import Offer, admit_provider, offer_product
from plein.webshop.actions.credits import approve_credit, propose_credit
from plein.webshop.actions.following import follow_up
from plein.webshop.actions.grants import grant_budget
from plein.webshop.actions.orders import Choice, place_order
from plein.webshop.actions.participation import admit_part
from plein.webshop.actions.reviewing import approve_product
from plein.webshop.actions.schemes import make_scheme, move_scheme
from plein.webshop.models import (
    Category,
    Fulfilment,
    ProviderKind,
    SchemeKind,
    SchemePeriod,
    SchemeStatus,
    SubjectKind,
)
from plein.webshop.provider_mail import tell_provider
from plein.webshop.scheme_plan import Amount, SchemePlan
from tests.cast import NOON, TESTS, TODAY

YARA = Actor(ActorKind.PROVIDER, "yara", "De Plons")


def plan(**changes) -> SchemePlan:
    """A kindpakket as staff would fill it in, with what a test wants otherwise."""
    standard = {
        "kind": SchemeKind.KINDPAKKET,
        "name": "Kindpakket",
        "summary": "Geld voor sport, school en spelen.",
        "legal_ground": "Verordening kindpakket (voorbeeld)",
        "subject": SubjectKind.MEMBER,
        "period_name": "2026",
        "apply_from": date(2026, 1, 1),
        "apply_until": date(2026, 11, 1),
        "spend_from": date(2026, 1, 1),
        "spend_until": date(2027, 1, 1),
        "amounts": [Amount(25_000, age_from=4, age_until=18)],
    }
    return SchemePlan(**(standard | changes))


@pytest.fixture
def open_period(bas, ingrid):
    """Make a scheme, open it and fill its pot, as three people would."""

    def make(pot: int = 1_000_000, **changes) -> SchemePeriod:
        period = make_scheme(plan(**changes), by=bas, at=NOON)
        move_scheme(period.scheme, SchemeStatus.OPEN, by=bas, at=NOON)
        period.scheme.refresh_from_db()
        approve_credit(propose_credit(period, pot, by=bas, at=NOON), by=ingrid, at=NOON)
        return period

    return make


@pytest.fixture
def kindpakket(open_period) -> SchemePeriod:
    return open_period()


@pytest.fixture
def next_year(bas, ingrid):
    """The period after this one, with money in its pot."""

    def make(period, name, pot=1_000_000):
        following = follow_up(period, name, by=bas, at=NOON)
        approve_credit(propose_credit(following, pot, by=bas, at=NOON), by=ingrid, at=NOON)
        return following

    return make


@pytest.fixture
def de_plons(emmen):
    organisation = Organisation.objects.create(name="Zwembad De Plons", kvk="90000001")
    return admit_provider(
        organisation, kind=ProviderKind.CLUB, iban="NL91ABNA0417164300", by=TESTS, at=NOON
    )


@pytest.fixture
def product_for(de_plons, bas):
    """A product of De Plons that is on sale for a scheme."""

    def make(scheme, provider=None, **changes):
        standard = {
            "title": "Zwemles: 10 lessen",
            "description": "Leer zwemmen.",
            "category": Category.SPORT,
            "price": 9_500,
            "fulfilment": Fulfilment.VOUCHER,
        }
        offer = Offer(**(standard | changes))
        seller = provider or de_plons
        if not seller.participations.filter(scheme=scheme).exists():
            admit_part(seller, scheme, by=TESTS, at=NOON)
        version = offer_product(seller, offer, by=YARA, at=NOON)
        approve_product(version, [scheme], by=bas, at=NOON)
        version.refresh_from_db()
        return version

    return make


@pytest.fixture
def swimming_lessons(product_for, kindpakket):
    return product_for(kindpakket.scheme)


@pytest.fixture
def named_lessons(product_for, kindpakket):
    """Swimming lessons that are in the name of the child."""
    return product_for(
        kindpakket.scheme, title="Zwemles op naam", needs_name="de zwemles staat op naam"
    )


@pytest.fixture
def grant_for(emmen):
    """A budget for a member (or the household) by the rules or of so many cents."""

    def make(period, member, cents=None, household=None):
        return grant_budget(
            period,
            household or member.household,
            member,
            cents=cents,
            reference=f"test-{member.pk if member else household.pk}",
            by=TESTS,
            at=NOON,
        )

    return make


@pytest.fixture
def neighbours(emmen):
    """Make so many residents of Emmen, each living alone."""

    def make(number: int) -> list[Resident]:
        invented = (str(n) for n in count(999_991_000) if eleven_test.is_valid(str(n)))
        people = [know_resident(Bsn(n), by=TESTS, at=NOON) for n in islice(invented, number)]
        for person in people:
            household_of(person, at=NOON, day=date(2026, 1, 1), name="Buur")
        return people

    return make


@pytest.fixture
def posted(monkeypatch) -> list[dict]:
    """What is put in the queue for the mail of providers; `tell_provider.call(**…)` sends one."""
    queue: list[dict] = []
    monkeypatch.setattr(
        type(tell_provider), "enqueue", lambda _task, *_args, **given: queue.append(given)
    )
    return queue


def children_of(resident: Resident) -> list:
    """The children at home, the eldest first."""
    members = household(resident).members_on(TODAY).filter(role=MemberRole.CHILD)
    return list(members.order_by("birth_month"))


def household(resident: Resident) -> Household:
    return resident.memberships.get().household


def order(resident, *lines, key="order", at=NOON, **more):
    """Order (version, member, grant) lines as this resident, a fourth being the name."""
    return place_order(
        [
            Choice(version.pk, member.pk, grant.pk, name="".join(name))
            for version, member, grant, *name in lines
        ],
        household=household(resident),
        resident=resident,
        key=key,
        by=resident.actor,
        at=at,
        **more,
    )
